using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which agencies report needs and budget holders approve them.</summary>
public static class CollectNeeds
{
    /// <summary>Waits until lots are to be locked, then stops taking needs.</summary>
    public static async Task CollectNeedsAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        var latest = await context.LookUntilAsync(
            Signals.RoundChanged,
            look: () => context.ReadRoundAsync(round.RoundId),
            done: truth => truth.Phase is not RoundPhase.CollectingNeeds || context.Now() >= truth.LotsLockAt,
            next: truth => truth.LotsLockAt);

        if (latest.Phase is RoundPhase.CollectingNeeds)
        {
            await context.CallActivityAsync(nameof(CloseNeeds), new CloseNeeds.Input(round.RoundId, context.Now()), ReadRoundExtensions.Patiently);
        }
    }
}
