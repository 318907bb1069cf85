using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Complaints;

/// <summary>A supplier's objection to the award of a lot (klage), and what came of it.</summary>
public sealed record Complaint : IAggregate<Complaint>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "complaint";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    /// <summary><c>complaint-…</c>, derived from the request.</summary>
    public required string ComplaintId { get; init; }

    public required string LotId { get; init; }

    /// <summary>Who complains.</summary>
    public required string SupplierId { get; init; }

    /// <summary>To whom.</summary>
    public required ComplaintKind MadeTo { get; init; }

    /// <summary>When the letters went out that told of the award complained about.</summary>
    public required Instant AwardToldAt { get; init; }

    /// <summary>When it reached the buyer.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>Subject: of the supplier's person who made it, or of the officer who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>What it says, 1–10 000 characters.</summary>
    public required string Grounds { get; init; }

    /// <summary>The board's or the court's case number; null where there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether the contract waits for it, and why; a court's case always makes it wait.</summary>
    public required ComplaintWaiting Waiting { get; init; }

    /// <summary>What came of it; null while it is open.</summary>
    public ComplaintConclusion? Conclusion { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public string Id => ComplaintId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger, Conclusion is null ? Marks.Open : Marks.Closed);

    /// <summary>How the ids of complaints begin.</summary>
    public const string IdPrefix = "complaint-";

    public Complaint With(Ledger ledger) => this with { Ledger = ledger };
}

/// <summary>To whom a complaint is made. Wire format.</summary>
public enum ComplaintKind
{
    /// <summary>To the buyer itself.</summary>
    ToBuyer,

    /// <summary>To the public procurement complaints board (KOFA).</summary>
    ToKofa,

    /// <summary>To a court: a hard stop until it has ruled.</summary>
    ToCourt,
}

/// <param name="Waits">Whether the contract waits.</param>
/// <param name="Since">From when it is so.</param>
/// <param name="Number">How often this was decided, from 1.</param>
/// <param name="Reason">The officer's, 1–4000 characters; null where the round's settings or the law decide.</param>
/// <param name="By">The officer's subject; null where the round's settings or the law decide.</param>
public sealed record ComplaintWaiting(bool Waits, Instant Since, int Number = 1, string? Reason = null, string? By = null);

/// <param name="Reason">Why, 1–4000 characters; the complainant reads it. Of a court, what it ruled.</param>
/// <param name="By">Subject of whoever decided or recorded it.</param>
public sealed record ComplaintConclusion(ComplaintOutcome Outcome, string Reason, string By, Instant At);

/// <summary>What came of a complaint. Wire format.</summary>
public enum ComplaintOutcome
{
    /// <summary>It was not followed: the award stands.</summary>
    Dismissed,

    /// <summary>It was right: the award is annulled, and the contract waits until it is.</summary>
    Upheld,

    /// <summary>Whoever made it has taken it back, or the award that it was about has ended.</summary>
    Withdrawn,
}
