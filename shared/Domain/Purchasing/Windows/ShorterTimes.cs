using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>Moves a closing to an earlier time, with the consent of everybody invited and not otherwise.</summary>
public static class ShorterTimes
{
    /// <summary>Suppliers are given at least so long to answer, and to finish their bids: the proposed closing lies no nearer.</summary>
    public static readonly Duration LeastNotice = Duration.FromDays(1);

    /// <summary>Proposes an earlier closing; a proposal that was open is replaced.</summary>
    public static Decision<Round> Propose(Round round, ProposeShorterTime command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (BidWindows.Refuses(round, Instant.Max(command.Now, round.Invitation?.Window.Opens ?? command.Now)) is { } notNow)
        {
            return notNow;
        }

        if (round.WindowChanges.Length >= BidWindowExtension.MaxChanges || round.ShorterTime?.Number >= BidWindowExtension.MaxChanges)
        {
            return WindowRefusals.TooManyChanges();
        }

        var closes = command.ClosesOn + (command.ClosesAt ?? round.Settings.ClosingTime);
        var to = OsloTime.ToInstant(closes, command.RepeatedHour);
        var window = round.Invitation!.Window;
        var findings = new Findings();
        findings.Add("closesOn", to.Refusal);
        var (old, soonest) = (OsloFormat.Deadline(window.Closes), OsloFormat.Moment(command.Now + LeastNotice));
        findings.Require(
            to.InstantOrNull is not { } sooner || (sooner < window.Closes && sooner > window.Opens && sooner >= command.Now + LeastNotice),
            "closesOn",
            $"Den kortere fristen skal ligge før dagens frist ({old.No}) og tidligst {soonest.No}. Rett den.",
            $"The shorter closing must lie before the present one ({old.En}) and {soonest.En} at the earliest. Correct it.");
        findings.Add("reason", PurchasingSystemRules.TextProblem(command.Reason, BidWindowExtension.MaxReasonLength));
        if (findings.ToRefusal("invalid-shorter-time") is { } invalid)
        {
            return invalid;
        }

        var proposal = new ShorterTime(
            (round.ShorterTime?.Number ?? 0) + 1, command.Now, command.By.Subject, window.Closes, to.InstantOrNull!.Value, command.Reason, []);
        return Decision.Accept(
            round with { ShorterTime = proposal },
            new ShorterTimeProposed(round.RoundId, proposal.Number, proposal.From, proposal.To, proposal.Reason));
    }

    /// <summary>Takes a supplier's answer. The last consent moves the closing; one that declines ends the proposal.</summary>
    public static Decision<Round> Answer(Round round, AnswerShorterTime command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (!RoundAccess.IsInvited(round, command.By) || command.By.SupplierId is not { } supplier)
        {
            return BidRefusals.NotInvited(round.RoundId);
        }

        if (round.ShorterTime is not { } proposal || proposal.Number != command.Number)
        {
            return WindowRefusals.NoSuchProposal(command.Number);
        }

        var consented = proposal.Consents.Any(consent => consent.SupplierId == supplier);
        if (command.Consents && consented)
        {
            return Decision.Unchanged(round);
        }

        if (!proposal.IsOpen(round, command.Now))
        {
            return WindowRefusals.ProposalOver();
        }

        return command.Consents
            ? Consent(round, proposal, new ShorterTimeConsent(supplier, command.By.Subject, command.Now))
            : Decision.Accept(
                round with { ShorterTime = proposal with { DeclinedAt = command.Now } },
                new ShorterTimeDeclined(round.RoundId, proposal.Number, supplier));
    }

    private static Decision<Round> Consent(Round round, ShorterTime proposal, ShorterTimeConsent consent)
    {
        var agreed = proposal with { Consents = proposal.Consents.Add(consent) };
        var told = new ShorterTimeConsented(round.RoundId, proposal.Number, consent.SupplierId);
        var invitation = round.Invitation!;
        if (invitation.InvitedSupplierIds.Except(agreed.Consents.Select(c => c.SupplierId), StringComparer.Ordinal).Any())
        {
            return Decision.Accept(round with { ShorterTime = agreed }, told);
        }

        var change = new WindowChange(consent.At, proposal.By, WindowChangeCause.Agreement, proposal.From, proposal.To, proposal.Reason);
        var changes = round.WindowChanges.Add(change);
        return Decision.Accept(
            round with
            {
                Invitation = invitation with { Window = invitation.Window with { Closes = proposal.To } },
                ShorterTime = agreed,
                WindowChanges = changes,
            },
            told,
            new BidWindowShortened(round.RoundId, changes.Length, change));
    }
}
