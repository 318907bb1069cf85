using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Instances;

/// <summary>Something on its way to an orchestration.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Generation">The run it answers to; null for any.</param>
/// <param name="Sequence">Its row in the store; 0 for what recovery finds in the history again.</param>
internal readonly record struct Message(HistoryEvent Event, int? Generation = null, long Sequence = 0);
