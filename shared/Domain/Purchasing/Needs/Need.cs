using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>What one agency wants in a round (behov).</summary>
public sealed record Need : IAggregate<Need>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "need";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    /// <summary><c>need-…</c>, derived from caller and Idempotency-Key.</summary>
    public required string NeedId { get; init; }

    public required string AgencyId { get; init; }

    public required NeedContent Content { get; init; }

    /// <summary>Rises by one with each edit, from 1; the lots name the version that they pinned.</summary>
    public required int Version { get; init; }

    public required NeedState State { get; init; }

    /// <summary>Reported or last edited after a soft deadline.</summary>
    public bool Late { get; init; }

    public required Instant ReportedAt { get; init; }

    public required string ReportedBy { get; init; }

    /// <summary>The subject of who last edited it; null when nobody has. Neither the reporter nor this person approves it.</summary>
    public string? EditedBy { get; init; }

    public NeedApproval? Approval { get; init; }

    /// <summary>The lot it went into; null until locked.</summary>
    public string? LotId { get; init; }

    /// <summary>Why it did not go into this round's lots, and where it belongs now; null unless deferred.</summary>
    public NeedDeferral? Deferral { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public string Id => NeedId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger);

    public Need With(Ledger ledger) => this with { Ledger = ledger };
}

/// <param name="Quantity">Vehicles, 1–999.</param>
/// <param name="VehicleClass">Type and size.</param>
/// <param name="Requirements">Performance asked for, functionally: never a make or model (FOA § 15-1).</param>
/// <param name="Colour">A wish, such as "hvit"; null when it does not matter.</param>
/// <param name="DeliverTo">Address of delivery.</param>
/// <param name="DeliverBy">The wished last day of delivery; null when it does not matter.</param>
/// <param name="Note">Free text of at most 2000 characters.</param>
public sealed record NeedContent(
    int Quantity, VehicleClass VehicleClass, VehicleRequirements Requirements, string? Colour, string DeliverTo, LocalDate? DeliverBy, string? Note = null);

/// <param name="By">The budget holder's subject.</param>
/// <param name="At">When.</param>
/// <param name="PriceCeiling">Most that one vehicle may cost, NOK ex VAT.</param>
/// <param name="Version">The need's version that was approved; an edit afterwards needs a new approval.</param>
public sealed record NeedApproval(string By, Instant At, decimal PriceCeiling, int Version);

/// <param name="Reason">Why, and what the agency does next.</param>
/// <param name="NextRoundId">The next planned round under the same purchasing system; null when none is planned yet.</param>
public sealed record NeedDeferral(Text Reason, string? NextRoundId);

public enum NeedState
{
    Reported,
    Approved,
    Withdrawn,

    /// <summary>In a lot; no longer editable.</summary>
    Pinned,

    /// <summary>Not approved when the lots were locked, or too late: for the next round.</summary>
    Deferred,
}
