using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>When an officer deals with one bid for a lot before it is ranked, and what may be written then.</summary>
internal static class EvaluationGate
{
    public const int MaxLength = 4000;

    /// <summary>Longest time to answer.</summary>
    public static Duration MaxAnswerTime { get; } = Duration.FromDays(30);

    /// <summary>Why an officer cannot deal with the bid now; null when it can.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="evaluation">The bid.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">Now.</param>
    /// <param name="withoutBids">Whether a lot whose bids were all rejected, and of which nothing is decided yet, is dealt with as well.</param>
    public static Refusal? Refuses(Round round, Lot lot, Evaluation evaluation, Caller by, Instant now, bool withoutBids = false)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (BidAccess.RefusesToAct(round, by, now, Role.ProcurementOfficer) is { } noAccess)
        {
            return noAccess;
        }

        if (!Reevaluations.IsBeingEvaluated(round, lot) && !(withoutBids && round.Phase is RoundPhase.Evaluating && Checking.MayReopen(lot)))
        {
            return EvaluationRefusals.NotEvaluating(lot);
        }

        if (lot.CheckedAt is null)
        {
            return EvaluationRefusals.NotCheckedYet(lot.LotId);
        }

        return evaluation.LockedAt is not null ? EvaluationRefusals.Locked(lot.LotId) : null;
    }

    public static void CheckText(Findings findings, string path, string text) => findings.Require(
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxLength, path, $"Skriv 1–{MaxLength} tegn.", $"Write 1–{MaxLength} characters.");

    public static void CheckAnswerBy(Findings findings, Instant answerBy, Instant now) => findings.Require(
        answerBy > now && answerBy - now <= MaxAnswerTime,
        "answerBy",
        $"Svarfristen skal være i fremtiden og høyst {MaxAnswerTime.Days} dager frem.",
        $"The time to answer must be in the future and at most {MaxAnswerTime.Days} days ahead.");
}
