using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What an agency has confirmed about the old vehicles that one need replaces: which of them are gone (avhending).</summary>
public sealed record Disposal : IAggregate<Disposal>
{
    /// <summary>How ids of disposals begin.</summary>
    public const string IdPrefix = "disposal-";

    public static string Container => Containers.Rounds;

    public static string Kind => "disposal";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    public required string NeedId { get; init; }

    public required string AgencyId { get; init; }

    /// <summary>Confirmations, oldest first, retracted ones included, at most <see cref="DisposalDecisions.MaxEntries"/>.</summary>
    public ImmutableArray<DisposalEntry> Entries { get; init; } = [];

    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>Old vehicles that are confirmed gone.</summary>
    [JsonIgnore]
    public int Confirmed => Entries.Where(e => e.Retraction is null).Sum(e => e.Quantity);

    public string Id => IdOf(NeedId);

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger, Marks.Closed);

    /// <summary>The id of a need's disposals.</summary>
    public static string IdOf(string needId) => IdPrefix + needId;

    public Disposal With(Ledger ledger) => this with { Ledger = ledger };
}

/// <param name="EntryId">Derived from caller and Idempotency-Key.</param>
/// <param name="Quantity">Vehicles, from 1.</param>
/// <param name="DisposedOn">The day on which they left the agency, Europe/Oslo.</param>
/// <param name="Manner">Where they went.</param>
/// <param name="Evidence">What shows it: a deed of sale, a receipt of scrapping, a case number.</param>
/// <param name="By">The subject of who confirmed it.</param>
/// <param name="At">When.</param>
/// <param name="Retraction">Why it does not count after all; null while it does.</param>
public sealed record DisposalEntry(
    string EntryId, int Quantity, LocalDate DisposedOn, DisposalManner Manner, string Evidence, string By, Instant At, DisposalRetraction? Retraction = null);

/// <param name="Reason">Why.</param>
/// <param name="By">The subject of who retracted it.</param>
/// <param name="At">When.</param>
public sealed record DisposalRetraction(string Reason, string By, Instant At);

/// <summary>Where an old vehicle went. Names are wire format.</summary>
public enum DisposalManner
{
    Sold,
    Scrapped,

    /// <summary>Handed back to the lessor.</summary>
    LeaseReturned,

    /// <summary>To somebody outside the municipality, without payment.</summary>
    GivenAway,
}
