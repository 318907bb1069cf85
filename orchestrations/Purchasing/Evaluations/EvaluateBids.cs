using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which bids are held against the requirements, scored and ranked, lot by lot.</summary>
public static class EvaluateBids
{
    /// <summary>Checks every lot, waits until people have ranked those that have admissible bids, then lets the round go on.</summary>
    public static async Task EvaluateBidsAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        await Task.WhenAll(round.OpenLotIds.Select(lotId =>
            context.CallActivityAsync(nameof(CheckLot), new CheckLot.Input(round.RoundId, lotId), ReadRoundExtensions.Patiently)));

        var latest = await context.LookUntilAsync(
            Signals.RoundChanged,
            look: () => context.ReadRoundAsync(round.RoundId),
            done: truth => truth.Phase is not RoundPhase.Evaluating || truth.OpenLotIds.IsEmpty,
            next: _ => null);

        if (latest is { Phase: RoundPhase.Evaluating, OpenLotIds.IsEmpty: true })
        {
            await context.CallActivityAsync(nameof(CompleteEvaluation), round.RoundId, ReadRoundExtensions.Patiently);
        }
    }
}
