using Microsoft.DurableTask;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Phases whose steps land next; delete this file with them.</summary>
public static class AwaitedBids
{
    public static Task HoldBidWindowAsync(this TaskOrchestrationContext context, RoundProgress round) => throw new NotSupportedException(round.RoundId);
    public static Task OpenBidsAsync(this TaskOrchestrationContext context, RoundProgress round) => throw new NotSupportedException(round.RoundId);
    public static Task EvaluateBidsAsync(this TaskOrchestrationContext context, RoundProgress round) => throw new NotSupportedException(round.RoundId);
}
