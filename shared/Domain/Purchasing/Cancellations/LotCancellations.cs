using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Purchasing;

/// <summary>One lot is cancelled (delvis avlysning).</summary>
/// <param name="Kind">Whether its needs are tried again in the next round.</param>
/// <param name="Reason">Why, as bidders and agencies read it.</param>
public sealed record CancelLot(LotOutcomeKind Kind, Text Reason, Caller By, Instant Now);

/// <summary>A lot was cancelled before its contract; bidders get letters, and its agencies are told.</summary>
/// <param name="During">Where the lot was.</param>
public sealed record LotCancelled(string LotId, LotPhase During, LotOutcomeKind Kind, Text Reason, string? NextRoundId) : DomainEvent;

/// <summary>
/// Cancels a lot from the opening until both parties have signed, for a reason that its bidders and agencies are told. Before its award an officer does it, after it
/// the decider, whose award it is. A round whose lots are all cancelled ends without a purchase.
/// </summary>
public static class LotCancellations
{
    /// <summary>Cancels the lot, once.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="next">The next round under the same purchasing system; null when none is planned.</param>
    /// <param name="command">Who cancels it, and why.</param>
    public static Decision<Lot> Cancel(Round round, Lot lot, PlannedRound? next, CancelLot command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(command);
        if (MayNot(round, lot, command) is { } mayNot)
        {
            return mayNot;
        }

        if (lot.Outcome is { IsCancellation: true } outcome && outcome.Kind == command.Kind && outcome.Reason == command.Reason)
        {
            return Decision.Unchanged(lot);
        }

        if (NotNow(round, lot) is { } notNow)
        {
            return notNow;
        }

        var findings = new Findings();
        findings.Add("reason", PurchasingSystemRules.TextProblem(command.Reason, Cancellations.MaxReasonLength));
        if (findings.ToRefusal("invalid-cancellation") is { } invalid)
        {
            return invalid;
        }

        var nextRoundId = command.Kind is LotOutcomeKind.Rerun ? next?.RoundId : null;
        var ended = AwardEndings.EndAward(lot, AwardEnding.LotCancelled, command.Reason.No, command.By.Subject, command.Now);
        return Decision.Accept(
            ended with
            {
                Phase = LotPhase.WithoutBids,
                Suspensions = [],
                Outcome = new LotOutcome(command.Kind, command.Reason, command.By.Subject, command.Now, nextRoundId) { IsCancellation = true },
            },
            new LotCancelled(lot.LotId, lot.Phase, command.Kind, command.Reason, nextRoundId));
    }

    private static Refusal? MayNot(Round round, Lot lot, CancelLot command) => lot.Award is null
        ? BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer)
        : AwardDecisions.RefusesDecider(round, lot, command.By, command.Now);

    private static Refusal? NotNow(Round round, Lot lot) => lot switch
    {
        _ when round.Phase is not (RoundPhase.Evaluating or RoundPhase.Awarding) => NotOpen(round, lot),
        { Phase: LotPhase.WithoutBids } => Ended(lot),
        { Phase: LotPhase.Consolidated, CheckedAt: null } => EvaluationRefusals.NotCheckedYet(lot.LotId),
        _ when AwardEndings.Binds(lot) is { } binds => binds,
        { Award: not null, EarlierAwards.Length: >= EarlierAward.Max } => AwardRefusals.TooManyAwards(lot.LotId),
        _ => null,
    };

    private static Refusal NotOpen(Round round, Lot lot) => Refusal.Conflict(
        "lot-not-cancellable",
        $"{lot.LotId} kan avlyses fra tilbudene er åpnet til kontrakten er signert av begge. Runde {round.RoundId} er ikke der; før åpningen kan runden avlyses som helhet. Ingenting er endret.",
        $"{lot.LotId} can be cancelled from the opening of the bids until both parties have signed. Round {round.RoundId} is not there; before the opening it can be cancelled as a whole. Nothing was changed.");

    private static Refusal Ended(Lot lot) => Refusal.Conflict(
        "lot-ended",
        $"{lot.LotId} er allerede avsluttet uten tildeling. Ingenting er endret.",
        $"{lot.LotId} has already ended without an award. Nothing was changed.");
}
