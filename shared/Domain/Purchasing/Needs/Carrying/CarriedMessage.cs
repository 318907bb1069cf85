using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>What an agency is told when a need of its was taken over by a later round as a draft.</summary>
public static class CarriedMessage
{
    /// <summary>The message about one draft.</summary>
    public static OutboundMessage About(Need draft, Round into, Instant now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(into);
        var content = draft.Content;
        var locks = OsloFormat.Deadline(into.Settings.NeedsDeadline is DeadlineKind.Hard ? into.Needs.Deadline : into.Needs.LotsLockAt);
        return new OutboundMessage(
            into.RoundId,
            $"carried-{draft.NeedId}",
            MessageRecipient.Agency(draft.AgencyId),
            new Text(
                $"Utkast i runde {into.RoundId}: {content.Quantity} {content.VehicleClass.PluralName().No}",
                $"Draft in round {into.RoundId}: {content.Quantity} {content.VehicleClass.PluralName().En}"),
            new Text(
                $"Behovet fra runde {draft.CarriedFrom?.RoundId} ligger som utkast i {into.Title.No}. Det teller ikke før dere har bekreftet eller endret det, og budsjettansvarlig har godkjent det, før {locks.No}. Gjelder det ikke lenger, trekk det.",
                $"The need from round {draft.CarriedFrom?.RoundId} lies as a draft in {into.Title.En}. It does not count before you have confirmed or edited it, and a budget holder has approved it, before {locks.En}. If it stands no longer, withdraw it."),
            $"/api/rounds/{into.RoundId}/needs/{draft.NeedId}",
            now);
    }
}
