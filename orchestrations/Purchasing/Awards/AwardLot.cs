using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Walks one lot from its ranking to its orders: proposal, decision, letters to all, standstill, both signatures, orders. An award that is annulled or whose winner
/// drops out goes the same way again, from its evaluation or ranking. The lot document says where it is; started with nothing but ids, this resumes there.
/// </summary>
public static class AwardLot
{
    /// <param name="RoundId">The round.</param>
    /// <param name="LotId">The lot.</param>
    /// <param name="ProcessVersion">The version that this generation began with.</param>
    public sealed record Input(string RoundId, string LotId, int ProcessVersion = RunPurchaseRound.ProcessVersion)
    {
        internal LotRef Lot => new(RoundId, LotId);
    }

    [Function(nameof(AwardLot))]
    public static async Task<LotPhase> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Input input)
    {
        if (input.ProcessVersion > RunPurchaseRound.KnownVersion)
        {
            context.ContinueAsNew(new Input(input.RoundId, input.LotId));
            return default;
        }

        var lot = await context.ReadLotAsync(input.Lot);
        context.SetCustomStatus(lot.Phase.ToString());

        switch (lot.Phase)
        {
            case LotPhase.Consolidated:
                await context.EvaluateAgainAsync(lot);
                break;
            case LotPhase.Ranked:
            case LotPhase.Proposed:
                await context.AwaitPhaseAfterAsync(lot);
                break;
            case LotPhase.Awarded:
                await context.CallActivityAsync(nameof(SendAwardLetters), input.Lot, ReadRoundExtensions.Patiently);
                break;
            case LotPhase.Standstill:
                await context.HoldStandstillAsync(lot);
                break;
            case LotPhase.AwaitingSignatures:
                await context.AwaitSignaturesAsync(lot);
                break;
            case LotPhase.WithoutBids:
                await context.CallActivityAsync(nameof(SendAwardLetters), input.Lot, ReadRoundExtensions.Patiently);
                return LotPhase.WithoutBids;
            case LotPhase.Delivering:
            case LotPhase.Ended:
                return lot.Phase;
        }

        context.ContinueAsNew(new Input(input.RoundId, input.LotId));
        return lot.Phase;
    }

    /// <summary>The award was annulled for the bids to be evaluated again: points can be given until people have ranked the lot.</summary>
    private static async Task EvaluateAgainAsync(this TaskOrchestrationContext context, LotProgress lot)
    {
        if (lot.IsEvaluatedAgain)
        {
            await context.CallActivityAsync(nameof(ReopenEvaluation), lot.Ref, ReadRoundExtensions.Patiently);
        }

        await context.AwaitPhaseAfterAsync(lot);
    }

    /// <summary>People move the lot on: an officer proposes, the winner shows its evidence, the decider approves or returns.</summary>
    private static Task<LotProgress> AwaitPhaseAfterAsync(this TaskOrchestrationContext context, LotProgress lot) => context.LookUntilAsync(
        Signals.LotChanged,
        look: () => context.ReadLotAsync(lot.Ref),
        done: truth => truth.Phase != lot.Phase,
        next: _ => null);

    /// <summary>Waits until 24:00 of the standstill's last day, and longer while a complaint keeps the contract from being signed; then lets it be signed.</summary>
    private static async Task HoldStandstillAsync(this TaskOrchestrationContext context, LotProgress lot)
    {
        var truth = await context.LookUntilAsync(
            Signals.LotChanged,
            look: () => context.ReadLotAsync(lot.Ref),
            done: truth => truth.Phase is not LotPhase.Standstill || (truth.StandstillEnds <= context.Now() && !truth.IsSuspended),
            next: truth => truth.StandstillEnds > context.Now() ? truth.StandstillEnds : null);
        if (truth.Phase is LotPhase.Standstill)
        {
            await context.CallActivityAsync(nameof(EndStandstill), lot.Ref, ReadRoundExtensions.Patiently);
        }
    }

    /// <summary>Waits for the buyer's and the winner's signature, reminding of what is missing; only then are orders placed.</summary>
    private static async Task AwaitSignaturesAsync(this TaskOrchestrationContext context, LotProgress lot)
    {
        var truth = await context.LookUntilAsync(
            Signals.LotChanged,
            look: () => context.ReadLotAsync(lot.Ref),
            done: truth => truth.IsSigned || truth.Phase is not LotPhase.AwaitingSignatures || truth.RemindAt <= context.Now(),
            next: truth => truth.RemindAt);
        if (truth.IsSigned)
        {
            await context.CallActivityAsync(nameof(PlaceOrders), lot.Ref, ReadRoundExtensions.Patiently);
        }
        else if (truth.RemindAt <= context.Now())
        {
            await context.CallActivityAsync(nameof(RemindOfSignatures), lot.Ref, ReadRoundExtensions.Patiently);
        }
    }
}
