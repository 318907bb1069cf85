using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Awards;

/// <summary>
/// How an award ends before it becomes a contract: the buyer annuls it, or its winner drops out. What follows is a new proposal, a new decision, new letters to
/// all and a new standstill counted from them; the old ones are kept with the lot.
/// </summary>
public static class AwardEndings
{
    /// <summary>The decider annuls the award; after both signatures it is refused.</summary>
    public static Decision<Lot> Annul(Lot lot, Round round, AnnulAward command)
    {
        if (AwardDecisions.RefusesDecider(round, lot, command.By, command.Now) is { } mayNot)
            return mayNot;
        if (!AwardDecisions.IsReason(command.Reason))
            return AwardRefusals.ReasonMissing();
        if (Binds(lot) is { } tooLate)
            return tooLate;
        if (lot is not { Award: { } award, Letters: not null })
            return AwardRefusals.NoAwardStands(lot.LotId);
        if (lot.EarlierAwards.Length >= EarlierAward.Max)
            return AwardRefusals.TooManyAwards(lot.LotId);
        var ending = command.Reevaluate ? AwardEnding.AnnulledForEvaluation : AwardEnding.Annulled;
        var annulled = EndAward(lot, ending, command.Reason.Trim(), command.By.Subject, command.Now);
        return Decision.Accept(
            command.Reevaluate ? annulled with { Phase = LotPhase.Consolidated, Ranking = null } : annulled with { Phase = LotPhase.Ranked },
            new AwardAnnulled(lot.LotId, award.BidId, award.SupplierId, command.Reevaluate));
    }

    /// <summary>The bid that is to win is set aside; the next in rank is awaited, or the lot ends without an award.</summary>
    public static Decision<Lot> SetAside(Lot lot, Round round, SetWinnerAside command)
    {
        if (MayNotSetAside(lot, round, command) is { } mayNot)
            return mayNot;
        if (!AwardDecisions.IsReason(command.Reason))
            return AwardRefusals.ReasonMissing();
        if (Binds(lot) is { } tooLate)
            return tooLate;
        if (lot is not { Proposal: { } proposal, Ranking: { } ranking })
            return AwardRefusals.NotProposed(lot.LotId);
        if (CauseFails(lot, command) is { } unfounded)
            return unfounded;
        if (lot.Award is not null && lot.EarlierAwards.Length >= EarlierAward.Max)
            return AwardRefusals.TooManyAwards(lot.LotId);

        var (reason, by) = (command.Reason.Trim(), command.By.Subject);
        var ended = EndAward(lot, AwardEnding.WinnerSetAside, reason, by, command.Now) with
        {
            SetAside = lot.SetAside.Add(new SetAsideBid(proposal.BidId, proposal.SupplierId, command.Cause, reason, by, command.Now)),
        };
        var next = ranking.Bids.FirstOrDefault(bid => !ended.HasSetAside(bid.BidId))?.BidId;
        var told = new WinnerSetAside(lot.LotId, proposal.BidId, proposal.SupplierId, command.Cause, next);
        return next is null
            ? Decision.Accept(ended with { Phase = LotPhase.WithoutBids, Suspensions = [] }, told, new LotWithoutBids(lot.LotId, ranking.Bids.Count))
            : Decision.Accept(ended with { Phase = LotPhase.Ranked }, told);
    }

    public static bool HasSetAside(this Lot lot, string bidId) => lot.SetAside.Any(aside => aside.BidId == bidId);

    /// <summary>The lot with its award among the earlier ones. A court's stop outlasts the award that it was asked for.</summary>
    internal static Lot EndAward(Lot lot, AwardEnding ending, string reason, string by, NodaTime.Instant now) => lot with
    {
        EarlierAwards = lot is { Award: { } award, Proposal: { } proposal }
            ? lot.EarlierAwards.Add(new EarlierAward(
                proposal, award, [.. lot.Ranking!.Bids.Select(bid => bid.BidId)], lot.Letters, lot.Signatures, ending, reason, by, now))
            : lot.EarlierAwards,
        Proposal = null,
        Award = null,
        Letters = null,
        Signatures = [],
        SignatureReminders = 0,
        Suspensions = [.. lot.Suspensions.Where(suspension => suspension.Kind is ComplaintKind.ToCourt)],
    };

    /// <summary>A supplier learns that it is to win by the letters, or earlier when it is asked for evidence.</summary>
    private static Refusal? MayNotSetAside(Lot lot, Round round, SetWinnerAside command)
    {
        if (command.By.SupplierId is not { } supplierId)
            return BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer);
        var knows = lot.Letters is not null || command.Evidence is { } evidence && evidence.BidId == lot.Proposal?.BidId;
        return command.By.Has(Role.SupplierUser) && knows && lot.Proposal?.SupplierId == supplierId && command.Cause is SetAsideCause.Withdrawn
            ? null
            : Refusals.NotFound(Lot.Kind, lot.LotId);
    }

    internal static Refusal? Binds(Lot lot) => lot.Phase switch
    {
        LotPhase.Delivering or LotPhase.Ended => AwardRefusals.ContractBinds(lot.LotId),
        LotPhase.AwaitingSignatures when lot.IsSigned() => AwardRefusals.ContractBinds(lot.LotId),
        LotPhase.Awarded => AwardRefusals.LettersUnderWay(lot.LotId),
        _ => null,
    };

    private static Refusal? CauseFails(Lot lot, SetWinnerAside command) => command.Cause switch
    {
        SetAsideCause.EvidenceFailed when lot.Phase is not LotPhase.Proposed || command.Evidence is not { } evidence
            || evidence.BidId != lot.Proposal!.BidId || !EvidenceDecisions.HasFailed(evidence, command.Now) => AwardRefusals.EvidenceNotFailed(lot.LotId),
        SetAsideCause.RefusedToSign when lot.Phase is not LotPhase.AwaitingSignatures || lot.HasSigned(ContractParty.Supplier)
            => AwardRefusals.NotAwaitingSignature(lot.LotId),
        _ => null,
    };
}
