using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Serialization;

namespace Samkjop.Purchasing;

/// <summary>Points and written reasons that evaluators give; the price's points come from the formula.</summary>
public static class Points
{
    private const int MaxReason = 2000;

    /// <summary>Takes an evaluator's points for an admissible bid; points that the same evaluator gave before are replaced.</summary>
    public static Decision<Evaluation> Give(Round round, Lot lot, Evaluation evaluation, ScoreBid command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(command);
        if (Refuses(round, lot, evaluation, command) is { } refusal)
        {
            return refusal;
        }

        var score = new EvaluatorScore(command.By.Subject, command.Now, [.. command.Points.OrderBy(p => p.CriterionId, StringComparer.Ordinal)]);
        return Decision.Accept(
            evaluation with
            {
                Scores = [.. evaluation.Scores.Where(s => s.Evaluator != score.Evaluator).Append(score).OrderBy(s => s.Evaluator, StringComparer.Ordinal)],
            },
            round.Settings.IndependentEvaluation
                ? new BidScoredIndependently(lot.LotId, evaluation.BidId, score.Evaluator, CanonicalJson.Sha256(score.Points))
                : new BidScored(lot.LotId, evaluation.BidId, score.Evaluator, [.. score.Points.Select(p => new CriterionPoint(p.CriterionId, p.Points))]));
    }

    /// <summary>Closes the points while the ranking is fixed, so that it follows from what is stored.</summary>
    public static Decision<Evaluation> Lock(Evaluation evaluation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return evaluation.LockedAt is not null
            ? Decision.Unchanged(evaluation)
            : Decision.Accept(evaluation with { LockedAt = now }, new ScoresLocked(evaluation.LotId, evaluation.BidId));
    }

    /// <summary>Opens the points again when the ranking was refused.</summary>
    public static Decision<Evaluation> Unlock(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return evaluation.LockedAt is null
            ? Decision.Unchanged(evaluation)
            : Decision.Accept(evaluation with { LockedAt = null }, new ScoresUnlocked(evaluation.LotId, evaluation.BidId));
    }

    /// <summary>The criteria that evaluators give points for: all but the price.</summary>
    public static ImmutableArray<AwardCriterion> CriteriaOf(Round round) =>
        [.. (round?.ProcurementDocument?.Criteria ?? []).Where(criterion => criterion.Kind is not CriterionKind.Price)];

    private static Refusal? Refuses(Round round, Lot lot, Evaluation evaluation, ScoreBid command)
    {
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.Evaluator) is { } noAccess)
        {
            return noAccess;
        }

        if (!Reevaluations.IsBeingEvaluated(round, lot))
        {
            return EvaluationRefusals.NotEvaluating(lot);
        }

        if (evaluation.LockedAt is not null)
        {
            return EvaluationRefusals.Locked(lot.LotId);
        }

        if (round.Settings.IndependentEvaluation && (command.IsRevealed || IsCompared(evaluation, command.By.Subject)))
        {
            return IndependenceRefusals.PointsStand(evaluation.BidId);
        }

        return evaluation.IsAdmissible ? FindingsIn(CriteriaOf(round), command.Points) : EvaluationRefusals.Inadmissible(evaluation);
    }

    /// <summary>Whether both this evaluator and another have given points: from then on neither changes them.</summary>
    private static bool IsCompared(Evaluation evaluation, string evaluator) =>
        evaluation.Scores.Length >= Independence.LeastEvaluators && evaluation.Scores.Any(score => score.Evaluator == evaluator);

    internal static Refusal? FindingsIn(ImmutableArray<AwardCriterion> criteria, ImmutableArray<GivenPoints> points)
    {
        var findings = new Findings();
        foreach (var criterion in criteria.Where(criterion => points.Count(p => p.CriterionId == criterion.CriterionId) != 1))
        {
            findings.Add(
                "points", $"Gi poeng nøyaktig én gang for «{criterion.CriterionId}».", $"Give points exactly once for \"{criterion.CriterionId}\".");
        }

        foreach (var given in points)
        {
            findings.Require(
                criteria.Any(criterion => criterion.CriterionId == given.CriterionId), given.CriterionId,
                $"«{given.CriterionId}» er ikke et kriterium som evaluerere gir poeng for.", $"\"{given.CriterionId}\" is no criterion that evaluators give points for.");
            findings.Require(
                given.Points is >= 0 and <= 10 && decimal.Round(given.Points, 2) == given.Points, given.CriterionId,
                $"«{given.CriterionId}»: poeng går fra 0 til 10 med høyst to desimaler.", $"\"{given.CriterionId}\": points go from 0 to 10 with at most two decimals.");
            findings.Require(
                !string.IsNullOrWhiteSpace(given.Reason) && given.Reason.Length <= MaxReason, given.CriterionId,
                $"«{given.CriterionId}»: skriv en begrunnelse på høyst {MaxReason} tegn.", $"\"{given.CriterionId}\": write a reason of at most {MaxReason} characters.");
        }

        return findings.ToRefusal("points-invalid");
    }
}
