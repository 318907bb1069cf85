using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Awards;

/// <summary>Proposing and deciding who wins a lot. Whoever decides has neither proposed nor evaluated.</summary>
public static class AwardDecisions
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReasonLength = 4000;

    /// <summary>Proposes the bid that is first in rank, or first among those who may still win where a supplier can win only so many lots.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="round">Its round: people and settings.</param>
    /// <param name="others">The other lots of the round, for <see cref="RoundSettings.LotsPerSupplier"/>.</param>
    /// <param name="supplierOf">The supplier of each ranked bid.</param>
    /// <param name="command">Who proposes what.</param>
    public static Decision<Lot> Propose(
        Lot lot, Round round, IReadOnlyCollection<Lot> others, IReadOnlyDictionary<string, string> supplierOf, ProposeAward command)
    {
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } notNamed)
            return notNamed;
        if (!HasDeclaredImpartial(round, command.By))
            return AwardRefusals.NotDeclaredImpartial();
        if (!IsReason(command.Reason))
            return AwardRefusals.ReasonMissing();
        if (lot.Phase is LotPhase.Proposed)
            return AwardRefusals.AlreadyProposed(lot.LotId);
        if (lot.Award is not null)
            return AwardRefusals.AlreadyAwarded(lot.LotId);
        if (lot is not { Phase: LotPhase.Ranked, Ranking: { } ranking })
            return AwardRefusals.NotRanked(lot.LotId);
        if (ranking.Bids.All(bid => bid.BidId != command.BidId))
            return AwardRefusals.UnknownBid(lot.LotId, command.BidId);

        if (lot.HasSetAside(command.BidId))
            return AwardRefusals.WasSetAside(lot.LotId, command.BidId);

        var first = ranking.Bids.FirstOrDefault(bid => !lot.HasSetAside(bid.BidId) && MayWin(supplierOf[bid.BidId], round.Settings, others));
        if (first is null)
            return AwardRefusals.NobodyMayWin(lot.LotId, round.Settings.LotsPerSupplier!.Value);
        if (first.BidId != command.BidId)
            return AwardRefusals.NotFirst(lot.LotId, command.BidId, first.BidId);

        var proposal = new AwardProposal(command.BidId, supplierOf[command.BidId], command.Reason.Trim(), command.By.Subject, command.Now);
        return Decision.Accept(
            lot with { Phase = LotPhase.Proposed, Proposal = proposal },
            new AwardProposed(lot.LotId, proposal.BidId, proposal.SupplierId));
    }

    /// <summary>Approves the proposal, or returns it so that the lot is ranked again.</summary>
    public static Decision<Lot> Decide(Lot lot, Round round, IReadOnlyCollection<Lot> others, DecideAward command)
    {
        if (RefusesDecider(round, lot, command.By, command.Now) is { } mayNot)
            return mayNot;
        if (!IsReason(command.Reason))
            return AwardRefusals.ReasonMissing();
        if (lot.Award is not null)
            return AwardRefusals.AlreadyAwarded(lot.LotId);
        if (lot is not { Phase: LotPhase.Proposed, Proposal: { } proposal })
            return AwardRefusals.NotProposed(lot.LotId);

        if (!command.Approve)
            return Return(lot, proposal, command);
        if (!MayWin(proposal.SupplierId, round.Settings, others))
            return AwardRefusals.NobodyMayWin(lot.LotId, round.Settings.LotsPerSupplier!.Value);
        if (EvidenceDecisions.Hinders(round, lot, proposal, command.Evidence, command.Now) is { } evidenceMissing)
            return evidenceMissing;
        return Decision.Accept(
            lot with
            {
                Phase = LotPhase.Awarded,
                Award = new AwardDecision(proposal.BidId, proposal.SupplierId, command.Reason.Trim(), command.By.Subject, command.Now),
            },
            new AwardDecided(lot.LotId, proposal.BidId, proposal.SupplierId));
    }

    private static Decision<Lot> Return(Lot lot, AwardProposal proposal, DecideAward command)
    {
        if (lot.ReturnedProposals.Length >= Lot.MaxReturnedProposals)
            return AwardRefusals.TooManyReturned(lot.LotId);
        var returned = new ReturnedProposal(proposal, command.Reason.Trim(), command.By.Subject, command.Now);
        return Decision.Accept(
            lot with { Phase = LotPhase.Ranked, Proposal = null, ReturnedProposals = lot.ReturnedProposals.Add(returned) },
            new AwardProposalReturned(lot.LotId, proposal.BidId, proposal.SupplierId));
    }

    private static bool MayWin(string supplierId, RoundSettings settings, IEnumerable<Lot> others) =>
        settings.LotsPerSupplier is not { } cap || others.Count(other => (other.Award?.SupplierId ?? other.Proposal?.SupplierId) == supplierId) < cap;

    /// <summary>Why somebody may not decide on the lot's award; null when it is a named decider, impartial, and neither proposed nor evaluated.</summary>
    internal static Refusal? RefusesDecider(Round round, Lot lot, Caller by, Instant now)
    {
        if (RoundAccess.MayActAs(round, by, Role.AwardDecider, now) is { } notNamed)
            return notNamed;
        if (SeparationOfDuties.ApartFrom(Role.AwardDecider).Any(role => SeparationOfDuties.HasEverHad(round, by.Subject, role)) || lot.Proposal?.By == by.Subject)
            return AwardRefusals.DeciderNotIndependent();
        return HasDeclaredImpartial(round, by) ? null : AwardRefusals.NotDeclaredImpartial();
    }

    private static bool HasDeclaredImpartial(Round round, Caller caller) =>
        round.Declarations.LastOrDefault(declaration => declaration.Subject == caller.Subject) is { Impartial: true };

    internal static bool IsReason(string reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxReasonLength;
}
