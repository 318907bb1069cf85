using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Awards;

/// <summary>Reminding of signatures that are missing, after every so many working days since the contract could be signed (<see cref="RoundSettings.SignatureReminderDays"/>).</summary>
public static class SignatureReminders
{
    /// <summary>Most reminders of one contract.</summary>
    public const int Max = 10;

    /// <summary>When the next reminder is due; null when none is.</summary>
    public static Instant? NextAt(Round round, Lot lot) => lot.Suspensions.IsEmpty && lot.SignatureReminders < Max ? DueAt(round, lot, lot.SignatureReminders + 1) : null;

    /// <summary>Reminds once for all periods that have passed.</summary>
    public static Decision<Lot> Remind(Round round, Lot lot, Instant now)
    {
        if (NextAt(round, lot) is not { } due || now < due)
            return Decision.Unchanged(lot);
        var number = Enumerable.Range(lot.SignatureReminders + 1, Max - lot.SignatureReminders).Last(n => DueAt(round, lot, n) <= now);
        return Decision.Accept(lot with { SignatureReminders = number }, new SignatureReminded(lot.LotId, number, Missing(lot)));
    }

    /// <summary>Who has not signed.</summary>
    public static ImmutableArray<ContractParty> Missing(Lot lot) => [.. Enum.GetValues<ContractParty>().Where(party => !lot.HasSigned(party))];

    private static Instant? DueAt(Round round, Lot lot, int number) =>
        lot is { Phase: LotPhase.AwaitingSignatures, Letters: { } letters } && !lot.IsSigned() && round.Settings.SignatureReminderDays is > 0 and var days
            ? new LegalCalendar(round.Settings.ChristmasAndNewYearsEveAreDaysOff).EndOf(LegalPeriod.WorkingDays(days * number), letters.StandstillEnds ?? letters.SentAt).End
            : null;
}
