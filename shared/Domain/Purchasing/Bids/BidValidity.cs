using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>
/// How long bids stand (vedståelsesfrist). The invitation demands a least day; a bid that stands shorter is flagged, not rejected. Officers are warned before a lot's
/// procedure, or a second award of it, outlasts the first of its bids.
/// </summary>
public static class BidValidity
{
    /// <summary>Longest validity that an invitation can demand, days from closing.</summary>
    public const int MaxDays = 366;

    /// <summary>The last day on which bids must stand, for an invitation with a closing.</summary>
    public static LocalDate DemandedBy(RoundSettings settings, Instant closes)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return OsloTime.DateOf(closes).PlusDays(settings.BidValidityDays);
    }

    /// <summary>Why a bid is flagged: it stands shorter than the invitation demands; null where it does not.</summary>
    public static Text? ShortOf(Round round, LocalDate? validUntil)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Invitation?.BidsValidUntil is not { } demanded || validUntil is not { } until || until >= demanded)
        {
            return null;
        }

        var (has, must) = (OsloFormat.Day(until), OsloFormat.Day(demanded));
        return new(
            $"Tilbudet står til {has.No}, men invitasjonen krever {must.No}.", $"The bid stands until {has.En}, but the invitation demands {must.En}.");
    }

    /// <summary>The first last day of the bids that a lot can still be awarded to; null when there is none.</summary>
    public static LocalDate? EarliestOf(IEnumerable<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        return evaluations.Where(evaluation => evaluation.IsAdmissible).Select(evaluation => evaluation.ValidUntil).Where(day => day is not null).Min();
    }

    /// <summary>Whether the lot still needs its bids to stand: until its contract is signed.</summary>
    public static bool Matters(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot is { BidsValidUntil: not null, Phase: not (LotPhase.WithoutBids or LotPhase.Delivering or LotPhase.Ended) };
    }

    /// <summary>What officers are warned of now; null while enough time is left.</summary>
    /// <param name="round">The round; its settings say how early.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="now">Now.</param>
    public static Text? WarningOf(Round round, Lot lot, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        if (!Matters(lot) || lot.BidsValidUntil is not { } until || OsloTime.DateOf(now) < until.PlusDays(-round.Settings.ValidityReminderDays))
        {
            return null;
        }

        var day = OsloFormat.Day(until);
        return OsloTime.DateOf(now) > until
            ? new(
                $"Minst ett tilbud på {lot.LotId} sto bare til {day.No}. Kontroller at den dere vil tildele, fortsatt står ved tilbudet, skriftlig og uten forhandling.",
                $"At least one bid for {lot.LotId} stood only until {day.En}. Make sure that the one you want to award still stands by its bid, in writing and without negotiation.")
            : new(
                $"Tilbud på {lot.LotId} står bare til {day.No}, og kontrakten er ikke signert. Bli ferdig før det, eller be tilbyderne forlenge; det gjør de selv i portalen.",
                $"Bids for {lot.LotId} stand only until {day.En}, and the contract is not signed. Be done before that, or ask the bidders to prolong; they do so themselves in the portal.");
    }
}
