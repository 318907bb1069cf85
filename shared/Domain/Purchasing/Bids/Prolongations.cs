using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Lets a bidder stand by its opened bid for longer, so that a procedure or a second award does not outlast it. A bid is never shortened.</summary>
public static class Prolongations
{
    /// <summary>Most prolongations of one bid for one lot.</summary>
    public const int Most = 20;

    /// <summary>Prolongs a bid for a lot until its contract is signed.</summary>
    public static Decision<Evaluation> Prolong(Round round, Lot lot, Evaluation evaluation, ProlongBid command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(command);
        if (evaluation.ValidUntil is not { } until || !evaluation.IsAdmissible || !BidValidity.Matters(lot) || round.Phase is not (RoundPhase.Evaluating or RoundPhase.Awarding))
        {
            return Over(evaluation);
        }

        if (command.Until == until)
        {
            return Decision.Unchanged(evaluation);
        }

        var (now, latest) = (OsloFormat.Day(until), OsloTime.DateOf(command.Now).PlusDays(BidValidity.MaxDays));
        var findings = new Findings();
        findings.Require(
            command.Until > until && command.Until <= latest && evaluation.Prolongations.Length < Most, "until",
            $"Tilbudet står til {now.No}. Den nye siste dagen skal være senere, og høyst {BidValidity.MaxDays} dager frem.",
            $"The bid stands until {now.En}. The new last day must be later, and at most {BidValidity.MaxDays} days ahead.");
        return findings.ToRefusal("invalid-prolongation") is { } invalid
            ? invalid
            : Decision.Accept(
                evaluation with
                {
                    ValidUntil = command.Until,
                    Prolongations = evaluation.Prolongations.Add(new Prolongation(command.Until, command.By.Subject, command.Now)),
                },
                new BidProlonged(lot.LotId, evaluation.BidId));
    }

    /// <summary>Lets the lot know when the first of its bids lapses now.</summary>
    public static Decision<Lot> Follow(Lot lot, IReadOnlyCollection<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var earliest = BidValidity.EarliestOf(evaluations);
        return !BidValidity.Matters(lot) || earliest == lot.BidsValidUntil ? Decision.Unchanged(lot) : Decision.Accept(lot with { BidsValidUntil = earliest });
    }

    private static Refusal Over(Evaluation evaluation) => Refusal.Conflict(
        "nothing-to-prolong",
        $"Tilbudet på {evaluation.LotId} er avvist, eller delkontrakten trenger ikke lenger at det står. Ingenting er endret.",
        $"The bid for {evaluation.LotId} was rejected, or the lot no longer needs it to stand. Nothing was changed.");
}
