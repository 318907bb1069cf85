using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Purchasing.Complaints;

/// <summary>
/// Complaints about an award: to the buyer, who lets the contract wait by the round's setting; to the board, where the buyer says whether it waits; to a court,
/// which stops it until it has ruled.
/// </summary>
public static class ComplaintDecisions
{
    public const int MaxGrounds = 10_000;

    public const int MaxReason = 4000;

    public const int MaxReference = 100;

    /// <summary>A bidder complains to the buyer. Within the standstill the contract waits, by the round's setting; after it, only if an officer says so.</summary>
    public static Decision<Complaint> File(Round round, Lot lot, FileComplaint command)
    {
        if (!command.By.Has(Role.SupplierUser) || command.By.SupplierId is not { } supplierId || !WasTold(lot, supplierId))
            return Refusals.NotFound(Lot.Kind, lot.LotId);
        if (lot.Letters is not { } letters)
            return ComplaintRefusals.NothingTold(lot.LotId);
        if (command.IsRepeated)
            return ComplaintRefusals.AlreadyOpen(lot.LotId);
        var findings = new Findings();
        CheckGrounds(findings, command.Grounds);
        return findings.ToRefusal("invalid-complaint") is { } invalid
            ? invalid
            : Received(lot, letters, ComplaintKind.ToBuyer, supplierId, command.ComplaintId, command.Now, command.Grounds, null, command.By, SuspendsByItself(round, lot, command.Now), command.Now);
    }

    /// <summary>An officer records a complaint that did not come through the portal.</summary>
    public static Decision<Complaint> Record(Round round, Lot lot, RecordComplaint command)
    {
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer) is { } refusal)
            return refusal;
        if (lot.Letters is not { } letters)
            return ComplaintRefusals.NothingTold(lot.LotId);
        var findings = new Findings();
        CheckGrounds(findings, command.Grounds);
        findings.Require(
            WasTold(lot, command.SupplierId) || round.Invitation?.InvitedSupplierIds.Contains(command.SupplierId) is true, "supplierId",
            "Leverandøren er ikke invitert til runden.", "The supplier is not invited to the round.");
        findings.Require(
            command.ReceivedAt >= letters.SentAt && command.ReceivedAt <= command.Now, "receivedAt",
            "Klagen må ha kommet etter brevene om tildeling, og ikke frem i tid.", "The complaint must have come after the award letters, and not lie ahead.");
        findings.Require(
            command.Reference is null ? command.MadeTo is not ComplaintKind.ToCourt : IsText(command.Reference, MaxReference), "reference",
            $"Oppgi saksnummeret med 1–{MaxReference} tegn; en sak for retten må ha det.", $"State the case number in 1–{MaxReference} characters; a court's case must have one.");
        if (findings.ToRefusal("invalid-complaint") is { } invalid)
            return invalid;
        var waits = command.MadeTo switch
        {
            ComplaintKind.ToCourt => true,
            ComplaintKind.ToKofa => command.Waits,
            _ => SuspendsByItself(round, lot, command.ReceivedAt),
        };
        return Received(lot, letters, command.MadeTo, command.SupplierId, command.ComplaintId, command.ReceivedAt, command.Grounds, command.Reference?.Trim(), command.By, waits, command.Now);
    }

    /// <summary>An officer lets the contract wait for a complaint to the buyer or the board, or no longer, with a reason.</summary>
    public static Decision<Complaint> SetWaiting(Round round, Lot lot, Complaint complaint, SetWaiting command)
    {
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer) is { } refusal)
            return refusal;
        if (complaint.Conclusion is not null)
            return ComplaintRefusals.Concluded(complaint.ComplaintId);
        if (complaint.MadeTo is ComplaintKind.ToCourt)
            return ComplaintRefusals.CourtStops(complaint.ComplaintId);
        if (!IsText(command.Reason, MaxReason))
            return AwardRefusals.ReasonMissing();
        if (command.Waits && lot.IsSigned())
            return ComplaintRefusals.ContractMade(lot.LotId);
        return complaint.Waiting.Waits == command.Waits
            ? Decision.Unchanged(complaint)
            : Decision.Accept(
                complaint with { Waiting = new ComplaintWaiting(command.Waits, command.Now, complaint.Waiting.Number + 1, command.Reason.Trim(), command.By.Subject) },
                new ComplaintWaitingChanged(complaint.LotId, complaint.ComplaintId, command.Waits));
    }

    /// <summary>The complaint is decided, once. What a court ruled is recorded the same way, and is the only thing that ends its stop.</summary>
    public static Decision<Complaint> Conclude(Round round, Complaint complaint, ConcludeComplaint command)
    {
        if (BidAccess.RefusesToAct(round, command.By, command.Now, Role.ProcurementOfficer, Role.AwardDecider) is { } refusal)
            return refusal;
        if (complaint.Conclusion is not null)
            return ComplaintRefusals.Concluded(complaint.ComplaintId);
        return IsText(command.Reason, MaxReason)
            ? Decision.Accept(
                complaint with { Conclusion = new ComplaintConclusion(command.Outcome, command.Reason.Trim(), command.By.Subject, command.Now) },
                new ComplaintConcluded(complaint.LotId, complaint.ComplaintId, complaint.MadeTo, command.Outcome))
            : AwardRefusals.ReasonMissing();
    }

    /// <summary>Whether a complaint to the buyer that came then makes the contract wait by itself.</summary>
    private static bool SuspendsByItself(Round round, Lot lot, Instant receivedAt) =>
        round.Settings.SuspendOnComplaint && lot.Letters?.StandstillEnds is { } ends && receivedAt < ends && !lot.IsSigned();

    private static Decision<Complaint> Received(
        Lot lot, LetterDispatch letters, ComplaintKind madeTo, string supplierId, string complaintId, Instant receivedAt, string grounds, string? reference, Caller by,
        bool waits, Instant now) => Decision.Accept(
        new Complaint
        {
            RoundId = lot.RoundId,
            ComplaintId = complaintId,
            LotId = lot.LotId,
            SupplierId = supplierId,
            MadeTo = madeTo,
            AwardToldAt = letters.SentAt,
            ReceivedAt = receivedAt,
            RecordedBy = by.Subject,
            Grounds = grounds.Trim(),
            Reference = reference,
            Waiting = new ComplaintWaiting(waits, now),
        },
        new ComplaintReceived(lot.LotId, complaintId, madeTo, supplierId, waits));

    private static bool WasTold(Lot lot, string supplierId) =>
        lot.Letters?.Recipients.Contains(supplierId) is true || lot.EarlierAwards.Any(earlier => earlier.Letters?.Recipients.Contains(supplierId) is true);

    private static void CheckGrounds(Findings findings, string grounds) =>
        findings.Require(IsText(grounds, MaxGrounds), "grounds", $"Begrunn klagen med 1–{MaxGrounds} tegn.", $"Give the grounds in 1–{MaxGrounds} characters.");

    private static bool IsText(string? text, int max) => !string.IsNullOrWhiteSpace(text) && text.Length <= max;
}
