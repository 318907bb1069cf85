using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why bids are not scored or ranked.</summary>
public static class EvaluationRefusals
{
    public static Refusal NotEvaluating(Lot lot) => Refusal.Conflict(
        "lot-not-evaluating",
        $"Delkontrakt {lot.LotId} er ikke under evaluering. Ingenting er endret; det som er fastsatt, står.",
        $"Lot {lot.LotId} is not being evaluated. Nothing was changed; what was fixed stands.");

    public static Refusal NotCheckedYet(string lotId) => Refusal.Conflict(
        "lot-not-checked",
        $"Tilbudene på {lotId} holdes fortsatt opp mot kravene. Ingenting er endret; prøv igjen om litt.",
        $"The bids for {lotId} are still being held against its requirements. Nothing was changed; try again shortly.");

    public static Refusal Inadmissible(Evaluation evaluation) => Refusal.Conflict(
        "bid-inadmissible",
        $"{evaluation.BidId} er avvist for {evaluation.LotId} og får ikke poeng: {string.Join(" ", evaluation.RejectionReasons.Select(r => r.No))} Ingenting er endret.",
        $"{evaluation.BidId} is rejected for {evaluation.LotId} and gets no points: {string.Join(" ", evaluation.RejectionReasons.Select(r => r.En))} Nothing was changed.");

    public static Refusal Locked(string lotId) => Refusal.Conflict(
        "scores-locked",
        $"Rangeringen av {lotId} blir fastsatt nå, og poengene kan ikke endres. Ingenting er endret.",
        $"The ranking of {lotId} is being fixed, and points can no longer change. Nothing was changed.");

    public static Refusal NotAllScored(string lotId, IReadOnlyCollection<string> missing) => Refusal.Conflict(
        "not-all-scored",
        $"Rangeringen av {lotId} er ikke fastsatt: alle som har gitt poeng, må gi dem til alle tilbud som ikke er avvist, og minst én må ha gjort det. Dette mangler: {string.Join("; ", missing)}.",
        $"The ranking of {lotId} was not fixed: everybody who gave points must give them to every admissible bid, and at least one must have. Missing: {string.Join("; ", missing)}.");

    public static Refusal NotScorable(string lotId, IReadOnlyCollection<Text> problems) => Refusal.Conflict(
        "not-scorable",
        $"Rangeringen av {lotId} er ikke fastsatt. {string.Join(" ", problems.Select(p => p.No))}",
        $"The ranking of {lotId} was not fixed. {string.Join(" ", problems.Select(p => p.En))}");

    public static Refusal NotRanked(string lotId) => Refusal.Conflict(
        "lot-not-ranked",
        $"Rangeringen av {lotId} er ikke fastsatt, så det er ingenting å regne etter ennå. Fastsett rangeringen først.",
        $"The ranking of {lotId} is not fixed, so there is nothing to do again yet. Fix the ranking first.");
}
