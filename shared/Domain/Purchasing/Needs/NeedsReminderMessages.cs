using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>What agencies are told before the needs deadline: each once per reminder.</summary>
public static class NeedsReminderMessages
{
    /// <summary>To an agency that has reported nothing.</summary>
    /// <param name="round">The round.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="workingDays">Which reminder, by its working days before the deadline.</param>
    /// <param name="now">When it is told.</param>
    public static OutboundMessage ToReport(Round round, string agencyId, int workingDays, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        var (deadline, late) = (OsloFormat.Deadline(round.Needs.Deadline), After(round));
        return new OutboundMessage(
            round.RoundId,
            $"needs-reminder-{workingDays}-{agencyId}",
            MessageRecipient.Agency(agencyId),
            new Text($"Husk å melde behov til runde {round.RoundId}", $"Remember to report needs to round {round.RoundId}"),
            new Text(
                $"Dere har ikke meldt noe behov til {round.Title.No}. Fristen er {deadline.No}. Meld behovene i portalen eller last opp regnearket; trenger dere ingen kjøretøy nå, er det ingenting å gjøre. {late.No}",
                $"You have reported no need to {round.Title.En}. The deadline is {deadline.En}. Report your needs in the portal or upload the spreadsheet; if you need no vehicles now, there is nothing to do. {late.En}"),
            $"/api/rounds/{round.RoundId}/needs",
            now);
    }

    /// <summary>To the budget holders of an agency whose needs nobody has approved.</summary>
    /// <param name="round">The round.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="needs">How many of its needs await approval.</param>
    /// <param name="workingDays">Which reminder, by its working days before the deadline.</param>
    /// <param name="now">When it is told.</param>
    public static OutboundMessage ToApprove(Round round, string agencyId, int needs, int workingDays, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        var (deadline, locks) = (OsloFormat.Deadline(round.Needs.Deadline), OsloFormat.Deadline(round.Needs.LotsLockAt));
        return new OutboundMessage(
            round.RoundId,
            $"approval-reminder-{workingDays}-{agencyId}",
            MessageRecipient.Agency(agencyId),
            new Text($"Til budsjettansvarlig: behov i runde {round.RoundId} er ikke godkjent", $"To the budget holder: needs in round {round.RoundId} are not approved"),
            new Text(
                $"{needs} av behovene deres i {round.Title.No} venter på godkjenning og pristak. Behovsfristen er {deadline.No}. Det som ikke er godkjent når delkontraktene låses {locks.No}, blir ikke med.",
                $"{needs} of your needs in {round.Title.En} await approval and a price ceiling. The needs deadline is {deadline.En}. What is not approved when the lots are locked {locks.En} is not included."),
            $"/api/rounds/{round.RoundId}/needs",
            now);
    }

    private static Text After(Round round) => round.Settings.NeedsDeadline is DeadlineKind.Hard
        ? new Text("Det som kommer senere, må meldes i neste runde.", "What comes later must be reported to the next round.")
        : new Text(
            $"Det som kommer senere, merkes som sent og blir bare med hvis det er godkjent når delkontraktene låses {OsloFormat.Deadline(round.Needs.LotsLockAt).No}.",
            $"What comes later is marked late and is included only if it is approved when the lots are locked {OsloFormat.Deadline(round.Needs.LotsLockAt).En}.");
}
