using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Walks one lot from its ranking to its orders: proposal, decision, letters to all, standstill, both signatures, orders. The lot document says
/// where it is; started with nothing but ids, this resumes there.
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
            case LotPhase.Delivering:
            case LotPhase.Ended:
            case LotPhase.WithoutBids:
                return lot.Phase;
        }

        context.ContinueAsNew(new Input(input.RoundId, input.LotId));
        return lot.Phase;
    }

    /// <summary>People move the lot on: an officer proposes, the decider approves or returns.</summary>
    private static Task<LotProgress> AwaitPhaseAfterAsync(this TaskOrchestrationContext context, LotProgress lot) => context.LookUntilAsync(
        Signals.LotChanged,
        look: () => context.ReadLotAsync(lot.Ref),
        done: truth => truth.Phase != lot.Phase,
        next: _ => null);

    /// <summary>Waits until 24:00 of the standstill's last day, then lets the contract be signed.</summary>
    private static async Task HoldStandstillAsync(this TaskOrchestrationContext context, LotProgress lot)
    {
        await context.LookUntilAsync(
            Signals.LotChanged,
            look: () => context.ReadLotAsync(lot.Ref),
            done: truth => truth.Phase is not LotPhase.Standstill || truth.StandstillEnds <= context.Now(),
            next: truth => truth.StandstillEnds);
        await context.CallActivityAsync(nameof(EndStandstill), lot.Ref, ReadRoundExtensions.Patiently);
    }

    /// <summary>Waits for the buyer's and the winner's signature; only then are orders placed.</summary>
    private static async Task AwaitSignaturesAsync(this TaskOrchestrationContext context, LotProgress lot)
    {
        var truth = await context.LookUntilAsync(
            Signals.LotChanged,
            look: () => context.ReadLotAsync(lot.Ref),
            done: truth => truth.IsSigned,
            next: _ => null);
        if (truth.IsSigned)
        {
            await context.CallActivityAsync(nameof(PlaceOrders), lot.Ref, ReadRoundExtensions.Patiently);
        }
    }
}
