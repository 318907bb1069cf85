using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Walks one bulk purchase round through its life. The round document says where it is; started with nothing but the round's id, this
/// resumes there. Each phase ends by beginning anew, so that history stays short and new code takes over at a phase's border.
/// </summary>
public static class RunPurchaseRound
{
    /// <summary>The version of this process; raised when the steps of a phase change in a way that a running phase cannot follow.</summary>
    public const int ProcessVersion = 1;

    /// <param name="RoundId">The round.</param>
    /// <param name="ProcessVersion">The version that this generation began with.</param>
    public sealed record Input(string RoundId, int ProcessVersion = RunPurchaseRound.ProcessVersion);

    [Function(nameof(RunPurchaseRound))]
    public static async Task<RoundPhase> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Input input)
    {
        var round = await context.ReadRoundAsync(input.RoundId);
        context.SetCustomStatus(round.Phase.ToString());

        switch (round.Phase)
        {
            case RoundPhase.CollectingNeeds:
                await context.CollectNeedsAsync(round);
                break;
            case RoundPhase.Consolidating:
                await context.ConsolidateNeedsAsync(round);
                break;
            case RoundPhase.AwaitingInvitation:
                await context.AwaitInvitationAsync(round);
                break;
            case RoundPhase.Bidding:
                await context.AnnounceInvitationAsync(round);
                await context.HoldBidWindowAsync(round);
                break;
            case RoundPhase.AwaitingOpening:
                await context.OpenBidsAsync(round);
                break;
            case RoundPhase.Evaluating:
                await context.EvaluateBidsAsync(round);
                break;
            case RoundPhase.Awarding:
                await context.AwardLotsAsync(round);
                break;
            case RoundPhase.Delivering:
                await context.DeliverOrdersAsync(round);
                break;
            case RoundPhase.Closed:
                return RoundPhase.Closed;
        }

        context.ContinueAsNew(input with { ProcessVersion = ProcessVersion });
        return round.Phase;
    }
}
