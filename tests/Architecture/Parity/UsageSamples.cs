using Microsoft.DurableTask;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>Uses a member that the real packages have and one that only the embedded engine has.</summary>
internal static class UsageSamples
{
    public static DateTime Now(TaskOrchestrationContext context) => context.CurrentUtcDateTime;

    public static void Begin(WorkScheduler scheduler) => scheduler.Start();
}
