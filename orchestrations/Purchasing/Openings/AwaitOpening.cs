using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which the bids lie sealed behind their manifest.</summary>
public static class AwaitOpening
{
    /// <summary>Waits until enough different openers have approved, then opens.</summary>
    public static async Task OpenBidsAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        var latest = await context.LookUntilAsync(
            Signals.RoundChanged,
            look: () => context.ReadRoundAsync(round.RoundId),
            done: truth => truth.Phase is not RoundPhase.AwaitingOpening || truth.OpeningIsApproved,
            next: _ => null);

        if (latest is { Phase: RoundPhase.AwaitingOpening, OpeningIsApproved: true })
        {
            var now = context.Now();
            await context.CallActivityAsync(nameof(OpenBids), new OpenBids.Input(round.RoundId, now), ReadRoundExtensions.Patiently);
        }
    }
}
