using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>A lot without a valid bid is closed, or its needs are tried again in the next round: a person decides, with a reason, before the round closes.</summary>
public static class LotOutcomes
{
    public const int MaxReasonLength = 2000;

    /// <summary>Whether the lot has ended without a valid bid and nobody has decided what becomes of it.</summary>
    public static bool IsAwaited(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot is { Phase: LotPhase.WithoutBids, Outcome: null };
    }

    /// <summary>
    /// Whether the evaluation waits for the decision: only where no lot has an admissible bid, so that nobody else is kept waiting while an officer looks whether
    /// an obvious error can be corrected.
    /// </summary>
    public static bool HoldsEvaluation(Lot lot, IReadOnlyCollection<Lot> all) => IsAwaited(lot) && all.All(other => other.Phase is LotPhase.WithoutBids);

    /// <summary>Decides, once.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="next">The next round under the same purchasing system; null when none is planned.</param>
    /// <param name="command">What is decided.</param>
    public static Decision<Lot> Decide(Round round, Lot lot, PlannedRound? next, DecideLotOutcome command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(command);
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer) is { } noAccess)
        {
            return noAccess;
        }

        if (lot.Outcome is { } decided)
        {
            return decided.Kind == command.Kind && decided.Reason == command.Reason ? Decision.Unchanged(lot) : AlreadyDecided(lot);
        }

        if (round.Phase is not (RoundPhase.Evaluating or RoundPhase.Awarding or RoundPhase.Delivering) || lot.Phase is not LotPhase.WithoutBids)
        {
            return HasBids(lot);
        }

        var findings = new Findings();
        findings.Add("reason", PurchasingSystemRules.TextProblem(command.Reason, MaxReasonLength));
        var nextRoundId = command.Kind is LotOutcomeKind.Rerun ? next?.RoundId : null;
        return findings.ToRefusal("invalid-lot-outcome") is { } invalid
            ? invalid
            : Decision.Accept(
                lot with { Outcome = new LotOutcome(command.Kind, command.Reason, command.By.Subject, command.Now, nextRoundId) },
                new LotOutcomeDecided(lot.LotId, command.Kind, command.Reason, nextRoundId));
    }

    private static Refusal AlreadyDecided(Lot lot) => Refusal.Conflict(
        "lot-outcome-decided",
        $"Det er alt avgjort hva som skjer med {lot.LotId}, og virksomhetene har fått vite det. Ingenting er endret.",
        $"It has been decided what becomes of {lot.LotId}, and its agencies have been told. Nothing was changed.");

    private static Refusal HasBids(Lot lot) => Refusal.Conflict(
        "lot-not-without-bids",
        $"{lot.LotId} er ikke uten gyldige tilbud, eller tilbudene er ikke kontrollert ennå. Ingenting er endret.",
        $"{lot.LotId} is not without valid bids, or its bids have not been checked yet. Nothing was changed.");
}
