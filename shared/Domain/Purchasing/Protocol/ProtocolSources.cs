using System.Collections.Immutable;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Purchasing.Protocol;

/// <summary>Everything of a round that its award protocol is built from.</summary>
/// <param name="Round">The round.</param>
/// <param name="SystemName">The purchasing system's name.</param>
/// <param name="Needs">All needs.</param>
/// <param name="Lots">All lots.</param>
/// <param name="Bids">All bids; left out of the protocol before the opening.</param>
/// <param name="Evaluations">All evaluations.</param>
/// <param name="Orders">All orders.</param>
/// <param name="Audit">The audit log as far as it is written.</param>
/// <param name="SupplierNames">Registered names by id.</param>
/// <param name="AgencyNames">Everyday names by id.</param>
/// <param name="ProducedAt">When the protocol is produced.</param>
public sealed record ProtocolSources(
    Round Round, Text SystemName, ImmutableArray<Need> Needs, ImmutableArray<Lot> Lots, ImmutableArray<Bid> Bids, ImmutableArray<Evaluation> Evaluations,
    ImmutableArray<Order> Orders, ImmutableArray<AuditEntry> Audit, IReadOnlyDictionary<string, string> SupplierNames,
    IReadOnlyDictionary<string, string> AgencyNames, Instant ProducedAt)
{
    /// <summary>Requests for access to the round's documents.</summary>
    public ImmutableArray<AccessRequest> AccessRequests { get; init; } = [];

    /// <summary>All evidence that proposed winners were asked for.</summary>
    public ImmutableArray<WinnerEvidence> Evidence { get; init; } = [];

    /// <summary>All complaints.</summary>
    public ImmutableArray<Complaint> Complaints { get; init; } = [];

    /// <summary>All questions.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];
}
