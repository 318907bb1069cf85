using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Evaluating a lot again after its award was annulled, while the round's other lots go their way.</summary>
public static class Reevaluations
{
    /// <summary>Whether points are given and the ranking is fixed: in the round's evaluation, and again in a lot that was put back to it.</summary>
    public static bool IsBeingEvaluated(Round round, Lot lot)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        return round.Phase is RoundPhase.Evaluating or RoundPhase.Awarding && lot.Phase is LotPhase.Consolidated;
    }

    /// <summary>When the lot was put back to evaluation; null where it is in its first, or is evaluated.</summary>
    public static Instant? BegunAt(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot is { Phase: LotPhase.Consolidated, EarlierAwards: [.., { Ending: AwardEnding.AnnulledForEvaluation } last] } ? last.At : null;
    }

    /// <summary>Opens points that were closed for the earlier ranking; those that are being closed for the new one stay so.</summary>
    /// <param name="evaluation">A bid's evaluation.</param>
    /// <param name="begunAt">When the lot was put back to evaluation.</param>
    public static Decision<Evaluation> Reopen(Evaluation evaluation, Instant begunAt)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return evaluation.LockedAt <= begunAt ? Points.Unlock(evaluation) : Decision.Unchanged(evaluation);
    }
}
