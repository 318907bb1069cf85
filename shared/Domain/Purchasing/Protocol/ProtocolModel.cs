using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Scoring;
using Samkjop.Rules;

namespace Samkjop.Purchasing.Protocol;

/// <summary>The award protocol of a round (FOA § 25-5): what was asked for, received, judged, decided, ordered and delivered, and by which rules.</summary>
public sealed record ProtocolModel
{
    /// <summary>The round is not closed: whatever is not here yet, is not decided yet.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>When it was produced.</summary>
    public required Instant ProducedAt { get; init; }

    public required Round Round { get; init; }

    public required Text SystemName { get; init; }

    /// <summary>Who buys: one agency in its own call-off, else those with needs in the lots.</summary>
    public required Text Buyer { get; init; }

    public required NeedsInNumbers Needs { get; init; }

    /// <summary>Null before the invitation is released.</summary>
    public ProtocolInvitation? Invitation { get; init; }

    /// <summary>What changed on the way.</summary>
    public required ProtocolCourse Course { get; init; }

    /// <summary>Who bid with what; empty before the opening.</summary>
    public required ImmutableArray<ProtocolBid> Bids { get; init; }

    public required ImmutableArray<ProtocolLot> Lots { get; init; }

    public required ImmutableArray<RuleRow> Rules { get; init; }

    public required ProtocolAudit Audit { get; init; }

    /// <summary>Requests for access, by when they came.</summary>
    public ImmutableArray<AccessRequest> AccessRequests { get; init; } = [];
}

/// <param name="Reported">Needs reported.</param>
/// <param name="Withdrawn">Withdrawn by their agencies.</param>
/// <param name="Deferred">Sent to the next round.</param>
/// <param name="Pinned">In the lots.</param>
/// <param name="Vehicles">Vehicles in the lots.</param>
/// <param name="Agencies">Per agency, by name.</param>
public sealed record NeedsInNumbers(int Reported, int Withdrawn, int Deferred, int Pinned, int Vehicles, ImmutableArray<AgencyNeeds> Agencies);

/// <param name="Agency">Its name.</param>
/// <param name="Needs">Needs in the lots.</param>
/// <param name="Vehicles">Vehicles in the lots.</param>
public sealed record AgencyNeeds(string Agency, int Needs, int Vehicles);

/// <param name="Released">As released.</param>
/// <param name="Document">What it froze.</param>
/// <param name="Invited">Names of all suppliers admitted at the time.</param>
/// <param name="MinimumPeriod">How the minimum period was counted, with its law; null where the table does not cover the date.</param>
public sealed record ProtocolInvitation(Invitation Released, ProcurementDocument? Document, ImmutableArray<string> Invited, Text? MinimumPeriod);

/// <param name="BidId">The bid.</param>
/// <param name="Supplier">Its supplier's name.</param>
/// <param name="State">What became of it as a whole.</param>
/// <param name="Documents">Every document with its receipt in words.</param>
public sealed record ProtocolBid(string BidId, string Supplier, BidState State, ImmutableArray<ProtocolDocument> Documents);

/// <param name="FileName">As the supplier named it.</param>
/// <param name="LotId">The lot; null for documents of the whole bid.</param>
/// <param name="Stands">Part of the bid.</param>
/// <param name="ReceivedAt">When the store committed it; null when it never came.</param>
/// <param name="Sha256">Lower-case hexadecimal; null when it never came.</param>
/// <param name="Receipt">What was told.</param>
public sealed record ProtocolDocument(string FileName, string? LotId, bool Stands, Instant? ReceivedAt, string? Sha256, Text Receipt);

/// <param name="Lot">The lot with all that was decided about it.</param>
/// <param name="Agencies">Vehicles per agency, by name.</param>
/// <param name="Ranked">By rank, with names; empty until ranked.</param>
/// <param name="Rejected">Bids that were rejected, with every reason.</param>
/// <param name="Standstill">How the standstill was counted; null before the letters, or where none is held.</param>
/// <param name="LetterRecipients">Names of those who got a letter.</param>
/// <param name="Orders">By agency.</param>
public sealed record ProtocolLot(
    Lot Lot, ImmutableArray<AgencyQuantity> Agencies, ImmutableArray<RankedBid> Ranked, ImmutableArray<RejectedBid> Rejected, Text? Standstill,
    ImmutableArray<string> LetterRecipients, ImmutableArray<ProtocolOrder> Orders)
{
    /// <summary>What was clarified, corrected and decided about its bids, oldest first; empty before the opening.</summary>
    public ImmutableArray<ProtocolNote> Notes { get; init; } = [];

    /// <summary>The award notices that its contract belongs in; empty until signed.</summary>
    public ImmutableArray<AwardNotices.AwardNotice> Notices { get; init; } = [];

    /// <summary>Evidence, complaints, awards that no longer stand and bids that were set aside.</summary>
    public ProtocolDisputes Disputes { get; init; } = ProtocolDisputes.None;

    /// <summary>The winner's name; null until decided.</summary>
    public string? Winner => Lot.Award is { } award ? Ranked.FirstOrDefault(bid => bid.Score.BidId == award.BidId)?.Supplier ?? award.SupplierId : null;
}

/// <param name="Agency">Its name.</param>
/// <param name="Quantity">Vehicles.</param>
public sealed record AgencyQuantity(string Agency, int Quantity);

/// <param name="Supplier">Its name.</param>
/// <param name="Model">What was offered.</param>
/// <param name="Score">Every number.</param>
public sealed record RankedBid(string Supplier, string Model, BidScore Score);

/// <param name="Supplier">Its name.</param>
/// <param name="BidId">The bid.</param>
/// <param name="Reasons">Why.</param>
public sealed record RejectedBid(string Supplier, string BidId, ImmutableArray<Text> Reasons);

/// <param name="Agency">Its name.</param>
/// <param name="Order">The order with what was reported about it.</param>
public sealed record ProtocolOrder(string Agency, Order Order);

/// <param name="Entries">Length of the log when the protocol was produced.</param>
/// <param name="Refused">Attempts that were refused, oldest first, at most 100.</param>
/// <param name="Reads">Recorded reads of bids and evaluations.</param>
/// <param name="Head">Hash of the last entry, which stands for the whole log as it was; null in an empty one.</param>
public sealed record ProtocolAudit(int Entries, ImmutableArray<Audit.AuditEntry> Refused, int Reads, string? Head = null);
