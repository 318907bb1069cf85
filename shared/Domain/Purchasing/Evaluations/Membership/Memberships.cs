using NodaTime;
using Samkjop.Decisions;
using Samkjop.Suppliers;

namespace Samkjop.Purchasing;

/// <summary>Membership of the purchasing system is looked at again at closing: a change flags the bid, rejection is a reasoned decision by a person (domain.md, DPS).</summary>
public static class Memberships
{
    /// <summary>What the register says of a bidder at closing; null when it was admitted.</summary>
    /// <param name="supplier">The supplier as registered.</param>
    /// <param name="purchasingSystemId">The round's purchasing system.</param>
    /// <param name="closes">The closing.</param>
    /// <param name="now">When the register was read.</param>
    public static MembershipFlag? FlagOf(Supplier supplier, string purchasingSystemId, Instant closes, Instant now)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        if (supplier.IsAdmittedTo(purchasingSystemId, closes))
        {
            return null;
        }

        var last = supplier.Admissions.Where(a => a.PurchasingSystemId == purchasingSystemId && a.Until is not null).MaxBy(a => a.Until);
        return new MembershipFlag(now, last?.Until, last?.Ending, last?.EndReason);
    }

    /// <summary>Notes on the bid what the register said; a closing that was moved is looked at anew.</summary>
    public static Decision<Bid> Look(Bid bid, LookAtMembership command)
    {
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        var same = (bid.Membership, command.Flag) switch
        {
            (null, null) => true,
            ({ } before, { } now) => before with { LookedAt = now.LookedAt } == now,
            _ => false,
        };
        return bid.State is not BidState.Open || same
            ? Decision.Unchanged(bid)
            : Decision.Accept(
                bid with { Membership = command.Flag },
                new BidderMembershipLookedAt(bid.BidId, bid.SupplierId, command.Flag is not null, command.Flag?.Ending));
    }

    /// <summary>An officer lets a flagged bid stand for a lot, or rejects it, once.</summary>
    public static Decision<Evaluation> Decide(Round round, Lot lot, Evaluation evaluation, DecideOnMembership command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (EvaluationGate.Refuses(round, lot, evaluation, command.By, command.Now, withoutBids: true) is { } refusal)
        {
            return refusal;
        }

        if (evaluation.Membership is not { } membership)
        {
            return MembershipRefusals.NotFlagged(evaluation.BidId);
        }

        if (membership.Decision is { } decided)
        {
            return decided.Accepted == command.Keep ? Decision.Unchanged(evaluation) : MembershipRefusals.Decided(evaluation.BidId);
        }

        var findings = new Findings();
        EvaluationGate.CheckText(findings, "reason", command.Reason);
        return findings.ToRefusal("invalid-membership-decision") is { } invalid
            ? invalid
            : Decision.Accept(
                evaluation with { Membership = membership with { Decision = new ReasonedDecision(command.Keep, command.Reason.Trim(), command.By.Subject, command.Now) } },
                new MembershipDecided(lot.LotId, evaluation.BidId, command.Keep));
    }

    /// <summary>That there is nothing to decide about a bid.</summary>
    public static Refusal NotFlagged(string bidId) => MembershipRefusals.NotFlagged(bidId);

    /// <summary>Why a lot is not ranked yet: a flagged bid is not decided on; null when nothing hinders.</summary>
    internal static Refusal? Hinders(Lot lot, IReadOnlyCollection<Evaluation> evaluations)
    {
        string[] undecided = [.. evaluations.Where(e => e is { PassedChecking: true, Membership.Decision: null } and { Membership: not null }).Select(e => e.BidId)];
        return undecided.Length == 0 ? null : MembershipRefusals.Undecided(lot.LotId, undecided);
    }
}
