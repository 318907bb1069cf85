using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why independent evaluators are refused.</summary>
public static class IndependenceRefusals
{
    public static Refusal PointsStand(string bidId) => Refusal.Conflict(
        "points-stand",
        $"Evaluererne bedømmer uavhengig av hverandre, og en annen har også gitt {bidId} poeng. Poengene står; er dere uenige, bli enige om hva som gjelder når alle har gitt sine. Ingenting er endret.",
        $"The evaluators judge independently, and another has given {bidId} points too. The points stand; where you differ, agree on what counts once all have given theirs. Nothing was changed.");

    public static Refusal NothingToAgreeOn(string lotId) => Refusal.Conflict(
        "nothing-to-agree-on",
        $"Poengene for {lotId} vises ikke ennå: minst {Independence.LeastEvaluators} evaluerere skal ha gitt alle tilbud poeng i en runde med uavhengig evaluering. Ingenting er endret.",
        $"The points for {lotId} are not shown yet: at least {Independence.LeastEvaluators} evaluators must have given every bid points, in a round with independent evaluation. Nothing was changed.");

    public static Refusal GaveNoPoints(string bidId) => Refusal.Forbidden(
        "gave-no-points",
        $"Bare de som har gitt {bidId} poeng, blir enige om hva som gjelder. Ingenting er endret.",
        $"Only those who gave {bidId} points agree on what counts. Nothing was changed.");

    public static Refusal TooFewEvaluators(string lotId, int evaluators) => Refusal.Conflict(
        "too-few-evaluators",
        $"Rangeringen av {lotId} er ikke fastsatt: runden krever poeng fra minst {Independence.LeastEvaluators} uavhengige evaluerere, og {evaluators} har gitt dem.",
        $"The ranking of {lotId} was not fixed: the round asks for points from at least {Independence.LeastEvaluators} independent evaluators, and {evaluators} gave them.");

    public static Refusal NotAgreed(string lotId, IReadOnlyCollection<string> bids) => Refusal.Conflict(
        "points-not-agreed",
        $"Rangeringen av {lotId} er ikke fastsatt: evaluererne er uenige om {string.Join(", ", bids)} og er ikke alle blitt enige om hva som gjelder.",
        $"The ranking of {lotId} was not fixed: the evaluators differ on {string.Join(", ", bids)} and have not all agreed on what counts.");
}
