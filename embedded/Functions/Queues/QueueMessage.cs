namespace Samkjop.Embedded.Functions.Queues;

/// <summary>A message taken from its queue; <paramref name="DequeueCount"/> counts this delivery.</summary>
internal sealed record QueueMessage(long Id, string Body, int DequeueCount, DateTimeOffset InsertedAt);
