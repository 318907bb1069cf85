using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Access;

/// <summary>
/// Somebody asks to see documents of a round (innsynskrav, offentleglova § 28): anybody may, without a name and without a reason. Answered document by document.
/// </summary>
public sealed record AccessRequest : IAggregate<AccessRequest>
{
    /// <summary>How the ids begin.</summary>
    public const string IdPrefix = "access-";

    /// <summary>Most documents in one request; more are asked for in another.</summary>
    public const int MaxItems = 50;

    public static string Container => Containers.Rounds;

    public static string Kind => "accessRequest";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    /// <summary>Derived from caller and key.</summary>
    public required string RequestId { get; init; }

    public required AccessRequester Requester { get; init; }

    /// <summary>When it reached the municipality, by whatever way.</summary>
    public required Instant ReceivedAt { get; init; }

    public required Instant RegisteredAt { get; init; }

    /// <summary>Who entered it, by subject.</summary>
    public required string RegisteredBy { get; init; }

    /// <summary>Each document asked for, once, with its answer.</summary>
    public required ImmutableArray<AccessItem> Items { get; init; }

    /// <summary>When the exemption ended that it had been put off for, from which the clock runs anew; null before, and where nothing was put off.</summary>
    public Instant? ResumedFrom { get; init; }

    /// <summary>How often officers were reminded.</summary>
    public int Reminders { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>Since when an answer is due: the receipt, or the end of the exemption that it waited for.</summary>
    [JsonIgnore]
    public Instant ClockFrom => ResumedFrom ?? ReceivedAt;

    /// <summary>Whether a document still waits for its answer.</summary>
    [JsonIgnore]
    public bool IsOpen => Items.Any(item => item.Outcome is null);

    /// <summary>Whether a document waits for the award.</summary>
    [JsonIgnore]
    public bool IsDeferred => Items.Any(item => item.Outcome is AccessOutcome.Deferred);

    public string Id => RequestId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger, IsOpen || IsDeferred ? Marks.Open : Marks.Closed);

    public AccessRequest With(Ledger ledger) => this with { Ledger = ledger };
}

/// <param name="Kind">Who, as far as it matters.</param>
/// <param name="PersonKey">The entry in the register of names, where a name or an address was given; never the name itself.</param>
/// <param name="SupplierId">The supplier, where one asks.</param>
public sealed record AccessRequester(RequesterKind Kind, string? PersonKey = null, string? SupplierId = null);

/// <summary>Who asks. Wire format.</summary>
public enum RequesterKind
{
    Anonymous,
    Person,
    Press,
    Supplier,
    Authority,
}

/// <param name="RecordId">The document as the round's journal lists it.</param>
/// <param name="Outcome">Null until it is answered.</param>
/// <param name="LegalBasis">Law and paragraph, of what is not given in full.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was answered.</param>
/// <param name="By">Who answered: a subject, or the platform's function.</param>
public sealed record AccessItem(
    string RecordId, AccessOutcome? Outcome = null, string? LegalBasis = null, string? Reason = null, Instant? At = null, string? By = null);

/// <summary>What became of one document asked for. Wire format.</summary>
public enum AccessOutcome
{
    /// <summary>Refused for now: exempt until the award, and answered anew after it.</summary>
    Deferred,

    /// <summary>Given in full.</summary>
    Granted,

    /// <summary>Given with parts redacted.</summary>
    Partly,

    /// <summary>Refused.</summary>
    Refused,
}
