using System.Text.Json.Serialization;
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

    /// <summary>The agency's own reference, by which an import finds the need again; null for one that was reported by hand.</summary>
    public string? Reference { get; init; }

    /// <summary>What became of the loan that the need is subject to, as an officer recorded it; null until then.</summary>
    public LoanAnswer? LoanAnswer { get; init; }

    /// <summary>Pinned while its loan was undecided: its vehicles are an option of the lot.</summary>
    public bool IsOption { get; init; }

    /// <summary>Why it did not go into this round's lots, and where it belongs now; null unless deferred.</summary>
    public NeedDeferral? Deferral { get; init; }

    /// <summary>The need of an earlier round that this one was taken over from; null for one that was reported here.</summary>
    public NeedOrigin? CarriedFrom { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>Whether the purchase hangs on a loan, and what became of it.</summary>
    [JsonIgnore]
    public LoanCondition Loan => (Content.SubjectToLoan, LoanAnswer) switch
    {
        (false, _) => LoanCondition.None,
        (true, null) => LoanCondition.Undecided,
        (true, { Granted: true }) => LoanCondition.Granted,
        _ => LoanCondition.Refused,
    };

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
/// <param name="SubjectToLoan">The agency buys only if it is granted a loan (låneordning).</param>
/// <param name="SuggestedPriceCeiling">What the reporter proposes as ceiling, NOK per vehicle ex VAT; the budget holder's approval sets the one that counts.</param>
/// <param name="Replaces">The vehicles that go when these come; null when they come in addition.</param>
public sealed record NeedContent(
    int Quantity, VehicleClass VehicleClass, VehicleRequirements Requirements, string? Colour, string DeliverTo, LocalDate? DeliverBy, string? Note = null,
    bool SubjectToLoan = false, decimal? SuggestedPriceCeiling = null, ReplacedVehicles? Replaces = null);

/// <param name="Quantity">How many of the need's vehicles replace one, 1 up to the need's quantity.</param>
/// <param name="Fuel">What drives the old ones.</param>
/// <param name="AgeYears">Their age when the need was reported, whole years, 0–80; on average where they differ.</param>
public sealed record ReplacedVehicles(int Quantity, Drivetrain Fuel, int AgeYears);

/// <param name="By">The budget holder's subject.</param>
/// <param name="At">When.</param>
/// <param name="PriceCeiling">Most that one vehicle may cost, NOK ex VAT.</param>
/// <param name="Version">The need's version that was approved; an edit afterwards needs a new approval.</param>
public sealed record NeedApproval(string By, Instant At, decimal PriceCeiling, int Version);

/// <param name="Reason">Why, and what the agency does next.</param>
/// <param name="NextRoundId">The next planned round under the same purchasing system; null when none is planned yet.</param>
public sealed record NeedDeferral(Text Reason, string? NextRoundId)
{
    /// <summary>The draft in <see cref="NextRoundId"/> that took it over; null until that round has opened.</summary>
    public string? CarriedTo { get; init; }
}

/// <param name="Granted">Whether the loan was granted.</param>
/// <param name="Reason">The decision that says so, such as a case number, at most 500 characters.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When it was recorded.</param>
public sealed record LoanAnswer(bool Granted, string Reason, string By, Instant At);

/// <summary>Whether a need hangs on a loan. Names are wire format.</summary>
public enum LoanCondition
{
    /// <summary>The agency buys in any case.</summary>
    None,

    /// <summary>It buys if a loan is granted; the answer is awaited.</summary>
    Undecided,

    /// <summary>The loan was granted: the need is as good as unconditional.</summary>
    Granted,

    /// <summary>The loan was refused: the need is not bought.</summary>
    Refused,
}

public enum NeedState
{
    Reported,
    Approved,
    Withdrawn,

    /// <summary>In a lot; no longer editable.</summary>
    Pinned,

    /// <summary>Not approved when the lots were locked, too late, without its loan, left out by an officer, or in a lot without bids: for the next round.</summary>
    Deferred,

    /// <summary>Taken over from an earlier round as a draft: counts for nothing until its agency has confirmed or edited it.</summary>
    Carried,
}
