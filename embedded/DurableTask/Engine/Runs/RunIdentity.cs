using Microsoft.DurableTask;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>What a run knows of itself from the beginning.</summary>
internal sealed record RunIdentity(TaskName Name, string InstanceId, ParentOrchestrationInstance? Parent, string? Input);
