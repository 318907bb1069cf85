using Microsoft.DurableTask;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Phases whose steps land next; delete this file with them.</summary>
public static class AwaitedFront
{
    public static Task CollectNeedsAsync(this TaskOrchestrationContext context, RoundProgress round) => throw new NotSupportedException(round.RoundId);
    public static Task ConsolidateNeedsAsync(this TaskOrchestrationContext context, RoundProgress round) => throw new NotSupportedException(round.RoundId);
    public static Task AwaitInvitationAsync(this TaskOrchestrationContext context, RoundProgress round) => throw new NotSupportedException(round.RoundId);
}
