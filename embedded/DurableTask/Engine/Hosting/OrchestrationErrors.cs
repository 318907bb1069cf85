namespace Samkjop.Embedded.DurableTask;

/// <summary>The code of an orchestrator did something else than its history says.</summary>
public sealed class NonDeterministicOrchestrationException(string message) : Exception(message);

/// <summary>An orchestrator awaited or was moved by something that is not durable.</summary>
public sealed class NotDurableException(string message) : Exception(message);

/// <summary>A payload, a custom status or a history outgrew its limit.</summary>
public sealed class DurableLimitException(string message) : Exception(message);
