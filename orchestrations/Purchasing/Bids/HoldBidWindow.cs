using Microsoft.DurableTask;
using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which suppliers bid.</summary>
public static class HoldBidWindow
{
    /// <summary>Waits until the window has closed and the last upload in time is visible, then fixes what was received.</summary>
    public static async Task HoldBidWindowAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        var latest = await context.LookUntilAsync(
            Signals.RoundChanged,
            look: () => context.ReadRoundAsync(round.RoundId),
            done: truth => truth.Phase is not RoundPhase.Bidding || context.Now() >= SettledAt(truth),
            next: truth => SettledAt(truth));

        if (latest is { Phase: RoundPhase.Bidding, ClosesAt: { } closes } && context.Now() >= SettledAt(latest))
        {
            await context.CallActivityAsync(nameof(FixClosingManifest), new FixClosingManifest.Input(round.RoundId, closes, context.Now()), ReadRoundExtensions.Patiently);
        }
    }

    private static Instant? SettledAt(RoundProgress round) => round.ClosesAt + ClosingManifest.Settling;
}
