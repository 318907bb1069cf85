using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An evaluator agrees on points that count instead of the mean; whoever sends the same points agrees too, other points begin anew.</summary>
/// <param name="IsRevealed"><see cref="Independence.IsRevealed"/> of the lot.</param>
public sealed record AgreeOnPoints(Caller By, ImmutableArray<GivenPoints> Points, Instant Now, bool IsRevealed);

/// <summary>What independent evaluators agree on where their points differ: it counts once every one of them has agreed.</summary>
public static class Agreements
{
    public static Decision<Evaluation> Agree(Round round, Lot lot, Evaluation evaluation, AgreeOnPoints command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(command);
        if (Refuses(round, lot, evaluation, command) is { } refusal)
        {
            return refusal;
        }

        ImmutableArray<GivenPoints> points = [.. command.Points.OrderBy(p => p.CriterionId, StringComparer.Ordinal)];
        var same = evaluation.Agreement is { } earlier && earlier.Points.SequenceEqual(points) ? earlier : null;
        if (same?.By.Contains(command.By.Subject) is true)
        {
            return Decision.Unchanged(evaluation);
        }

        var agreement = new AgreedScore([.. (same?.By ?? []).Append(command.By.Subject).Order(StringComparer.Ordinal)], command.Now, points);
        return Decision.Accept(
            evaluation with { Agreement = agreement },
            new PointsAgreed(lot.LotId, evaluation.BidId, agreement.By, [.. points.Select(p => new CriterionPoint(p.CriterionId, p.Points))]));
    }

    /// <summary>Bids on whose points independent evaluators differ and have not all agreed.</summary>
    internal static IReadOnlyCollection<string> MissingIn(IEnumerable<Evaluation> admissible) =>
    [
        .. admissible.Where(e => !Independence.DifferencesIn(e.Scores).IsEmpty && !Panel.HasAgreed(e.Scores, e.Agreement)).Select(e => e.BidId),
    ];

    private static Refusal? Refuses(Round round, Lot lot, Evaluation evaluation, AgreeOnPoints command)
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

        if (!evaluation.IsAdmissible)
        {
            return EvaluationRefusals.Inadmissible(evaluation);
        }

        if (!round.Settings.IndependentEvaluation || !command.IsRevealed)
        {
            return IndependenceRefusals.NothingToAgreeOn(lot.LotId);
        }

        return evaluation.Scores.All(score => score.Evaluator != command.By.Subject)
            ? IndependenceRefusals.GaveNoPoints(evaluation.BidId)
            : Points.FindingsIn(Points.CriteriaOf(round), command.Points);
    }
}
