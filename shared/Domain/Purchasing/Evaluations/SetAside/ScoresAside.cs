using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Sets aside the points of somebody who was relieved before it had judged every bid of a lot, which would hold the ranking up for ever, or who has a conflict of
/// interest. The points of anybody else stand: an officer does not choose among opinions.
/// </summary>
public static class ScoresAside
{
    public const int MaxReasonLength = 2000;

    /// <summary>Most that is set aside of one evaluation.</summary>
    public const int MaxSetAside = 50;

    /// <summary>Sets aside what the evaluator gave for one bid; where it gave nothing, nothing changes.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="evaluation">The bid.</param>
    /// <param name="evaluations">Every evaluation of the lot.</param>
    /// <param name="command">Whose points, and why.</param>
    public static Decision<Evaluation> SetAside(Round round, Lot lot, Evaluation evaluation, IReadOnlyCollection<Evaluation> evaluations, SetScoresAside command)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (Refuses(round, lot, evaluations, command) is { } refusal)
        {
            return refusal;
        }

        if (evaluation.Scores.FirstOrDefault(score => score.Evaluator == command.Evaluator) is not { } score)
        {
            return Decision.Unchanged(evaluation);
        }

        if (evaluation.LockedAt is not null)
        {
            return EvaluationRefusals.Locked(lot.LotId);
        }

        return evaluation.SetAside.Length >= MaxSetAside
            ? ScoresAsideRefusals.TooMany(evaluation.BidId)
            : Decision.Accept(
                evaluation with
                {
                    Scores = evaluation.Scores.Remove(score),
                    SetAside = evaluation.SetAside.Add(new ScoreSetAside(score, command.By.Subject, command.Now, command.Reason.Trim())),
                },
                new BidScoreSetAside(lot.LotId, evaluation.BidId, score.Evaluator));
    }

    /// <summary>Why the evaluator's points are not set aside; null when they may be.</summary>
    public static Refusal? Refuses(Round round, Lot lot, IReadOnlyCollection<Evaluation> evaluations, SetScoresAside command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(command);
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer) is { } noAccess)
        {
            return noAccess;
        }

        if (round.Phase is not (RoundPhase.Evaluating or RoundPhase.Awarding) || lot.Phase is not LotPhase.Consolidated)
        {
            return EvaluationRefusals.NotEvaluating(lot);
        }

        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > MaxReasonLength)
        {
            return ScoresAsideRefusals.Reason();
        }

        var hasConflict = round.Declarations.Any(declaration => declaration.Subject == command.Evaluator && !declaration.Impartial);
        return hasConflict || IsLeftUndone(round, evaluations, command) ? null : ScoresAsideRefusals.Stand(lot.LotId, command.Evaluator);
    }

    /// <summary>Whether somebody who evaluates no longer has not judged every admissible bid.</summary>
    private static bool IsLeftUndone(Round round, IReadOnlyCollection<Evaluation> evaluations, SetScoresAside command) =>
        round.People.PlacesOf(command.Evaluator, Role.Evaluator, OsloTime.DateOf(command.Now)).IsEmpty
        && evaluations.Where(evaluation => evaluation.IsAdmissible).Any(evaluation => evaluation.Scores.All(score => score.Evaluator != command.Evaluator));
}

/// <summary>Why points are not set aside.</summary>
public static class ScoresAsideRefusals
{
    public static Refusal Stand(string lotId, string evaluator) => Refusal.Conflict(
        "points-stand",
        $"Poengene fra {evaluator} på {lotId} står: de settes bare til side når den som ga dem, er avløst uten å ha bedømt alle tilbud, eller er inhabil. Ingenting er endret.",
        $"The points of {evaluator} for {lotId} stand: they are only set aside when whoever gave them was relieved without having judged every bid, or has a conflict of interest. Nothing was changed.");

    public static Refusal Reason() => Refusal.Invalid(
        "invalid-set-aside",
        $"Begrunn hvorfor poengene settes til side, med 1–{ScoresAside.MaxReasonLength} tegn. Ingenting er endret.",
        $"State why the points are set aside, in 1–{ScoresAside.MaxReasonLength} characters. Nothing was changed.");

    public static Refusal TooMany(string bidId) => Refusal.Conflict(
        "too-many-set-aside",
        $"Det er alt satt poeng til side {ScoresAside.MaxSetAside} ganger for {bidId}. Ingenting er endret.",
        $"Points for {bidId} have been set aside {ScoresAside.MaxSetAside} times already. Nothing was changed.");
}
