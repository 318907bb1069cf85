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
    /// <summary>The version that a phase begins with; raised when the steps of a phase change in a way that a running phase cannot follow.</summary>
    public const int ProcessVersion = 1;

    /// <summary>The newest version whose steps this code knows. Raised one release before <see cref="ProcessVersion"/>, so that old and new hosts can share a deployment.</summary>
    public const int KnownVersion = 1;

    /// <param name="RoundId">The round.</param>
    /// <param name="ProcessVersion">The version that this generation began with.</param>
    /// <param name="Restarts">How often this phase was begun anew because the orchestration had failed in it.</param>
    public sealed record Input(string RoundId, int ProcessVersion = RunPurchaseRound.ProcessVersion, int Restarts = 0);

    [Function(nameof(RunPurchaseRound))]
    public static async Task<RoundPhase> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Input input)
    {
        if (input.ProcessVersion > KnownVersion)
        {
            // A newer release began this phase, and this one is to walk it: in its own steps, and telling so.
            context.ContinueAsNew(new Input(input.RoundId));
            return default;
        }

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
            case RoundPhase.Cancelling:
                await context.EndCancelledRoundAsync(round);
                break;
            case RoundPhase.Closed:
                return RoundPhase.Closed;
        }

        context.ContinueAsNew(new Input(input.RoundId));
        return round.Phase;
    }
}
