using Microsoft.DurableTask;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Failures that the engine reports under the real engine's names.</summary>
internal static class TaskErrors
{
    public const string ActivityNotFound = "ActivityTaskNotFound";

    public const string OrchestratorNotFound = "OrchestratorTaskNotFound";

    public static TaskFailureDetails NoActivity(string name) => new(
        ActivityNotFound, $"No activity task named '{name}' was found. Register it, or correct the name in the call; the orchestration is told so and is not retried.", null, null, null);

    public static TaskFailureDetails NoOrchestrator(string name) => new(
        OrchestratorNotFound, $"No orchestrator task named '{name}' was found. Register it, or correct the name where it is started; this instance has failed, others go on.", null, null, null);
}
