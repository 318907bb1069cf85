using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>Fixes rankings by the frozen criteria, formula and tie-break, from prices and points alone.</summary>
public static class Rankings
{
    /// <summary>Ranks a lot once everybody who gave points has given them to every admissible bid. A ranking that is fixed stands.</summary>
    public static Decision<Lot> Rank(Round round, Lot lot, IReadOnlyCollection<Evaluation> evaluations, RankLot command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(command);
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer, Role.Evaluator) is { } noAccess)
        {
            return noAccess;
        }

        if (!Reevaluations.IsBeingEvaluated(round, lot) || round.ProcurementDocument is not { } document)
        {
            return EvaluationRefusals.NotEvaluating(lot);
        }

        if (lot.CheckedAt is null)
        {
            return EvaluationRefusals.NotCheckedYet(lot.LotId);
        }

        Evaluation[] admissible = [.. evaluations.Where(evaluation => evaluation.IsAdmissible)];
        if (Panel.Missing(admissible, Points.CriteriaOf(round)) is { Count: > 0 } missing)
        {
            return EvaluationRefusals.NotAllScored(lot.LotId, missing);
        }

        if (Memberships.Hinders(lot, evaluations) is { } unsettled)
        {
            return unsettled;
        }

        if (LowPrices.Hinders(round, lot, evaluations) is { } undecided)
        {
            return undecided;
        }

        if (round.Settings.IndependentEvaluation && RefusesPanel(round, lot, admissible) is { } notCompared)
        {
            return notCompared;
        }

        return LotScoring.Rank(lot.LotId, ModelOf(document, DrawSeedOf(round)), [.. admissible.Select(Panel.ScorableOf)]) switch
        {
            ScoringResult.Ranked { Ranking: var ranking } => Decision.Accept(
                lot with { Ranking = ranking, Phase = LotPhase.Ranked },
                new LotRanked(lot.LotId, [.. ranking.Bids.Select(bid => bid.BidId)])),
            ScoringResult.Refused { Problems: var problems } => EvaluationRefusals.NotScorable(lot.LotId, problems),
            _ => throw new InvalidOperationException("Unknown result of scoring."),
        };
    }

    private static Refusal? RefusesPanel(Round round, Lot lot, Evaluation[] admissible)
    {
        var evaluators = Panel.Of(admissible).Length;
        if (evaluators < Independence.LeastEvaluators && !Points.CriteriaOf(round).IsEmpty)
        {
            return IndependenceRefusals.TooFewEvaluators(lot.LotId, evaluators);
        }

        return Agreements.MissingIn(admissible) is { Count: > 0 } bids ? IndependenceRefusals.NotAgreed(lot.LotId, bids) : null;
    }

    /// <summary>Lets the round go on once every lot is ranked or without bids; with nothing to award it goes straight to its end, once it is decided what becomes of its lots.</summary>
    public static Decision<Round> Complete(Round round, IReadOnlyCollection<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lots);
        if (round.Phase is not RoundPhase.Evaluating || lots.Any(lot => lot.Phase is LotPhase.Consolidated || LotOutcomes.HoldsEvaluation(lot, lots)))
        {
            return Decision.Unchanged(round);
        }

        var withoutBids = lots.Count(lot => lot.Phase is LotPhase.WithoutBids);
        var next = withoutBids == lots.Count ? RoundPhase.Delivering : RoundPhase.Awarding;
        return Decision.Accept(round with { Phase = next }, new EvaluationCompleted(next, lots.Count - withoutBids, withoutBids));
    }

    /// <summary>The scoring model as the invitation froze it.</summary>
    public static ScoringModel ModelOf(ProcurementDocument document, string drawSeed)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(
            document.PriceFormula,
            [
                .. document.Criteria.Select(criterion => new Criterion(
                    criterion.CriterionId, criterion.Name, criterion.Kind is CriterionKind.Price ? Scoring.CriterionKind.Price : Scoring.CriterionKind.Quality,
                    criterion.WeightPercent, criterion.Kind is CriterionKind.Climate)),
            ],
            document.TieBreak, drawSeed);
    }

    /// <summary>
    /// The seed of the drawn lot: the closing manifest's hash. No bidder knows it before closing, since it takes everybody's documents, and
    /// nobody can choose it afterwards.
    /// </summary>
    private static string DrawSeedOf(Round round) =>
        round.Manifest?.Sha256 ?? throw new ArgumentException("The round has no closing manifest.", nameof(round));
}
