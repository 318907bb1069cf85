using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which an officer prepares the procurement document and releases the invitation.</summary>
public static class AwaitInvitation
{
    /// <summary>Waits for the officer: nothing is released by the clock.</summary>
    public static Task AwaitInvitationAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        return context.LookUntilAsync(
            Signals.RoundChanged,
            look: () => context.ReadRoundAsync(round.RoundId),
            done: truth => truth.Phase is not RoundPhase.AwaitingInvitation,
            next: _ => null);
    }

    /// <summary>Tells every invited supplier that the invitation is there to read; those who were told already are not told again.</summary>
    public static Task AnnounceInvitationAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        return context.CallActivityAsync(nameof(AnnounceInvitation), round.RoundId, ReadRoundExtensions.Patiently);
    }
}
