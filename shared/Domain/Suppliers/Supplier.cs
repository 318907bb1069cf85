using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Samkjop.Ports;

namespace Samkjop.Suppliers;

/// <summary>A supplier with its admissions to purchasing systems.</summary>
/// <param name="SupplierId">Short id in lower case.</param>
/// <param name="Name">Registered name.</param>
/// <param name="OrganisationNumber">Nine digits, checked by modulus 11.</param>
/// <param name="Admissions">Purchasing systems that the supplier is admitted to, with since when.</param>
public sealed record Supplier(string SupplierId, string Name, string OrganisationNumber, ImmutableArray<Admission> Admissions) : IDocument
{
    public static string Container => Containers.Suppliers;

    public static string Kind => "supplier";

    public static int SchemaVersion => 1;

    public string Id => "supplier";

    public string PartitionKey => SupplierId;

    public string? Mark => null;

    /// <summary>Names in the secret store under which this supplier's active webhook secrets lie; newest first, several during rotation.</summary>
    public ImmutableArray<string> WebhookSecretNames { get; init; } = [];

    /// <summary>Whether the supplier was admitted to the system at the instant.</summary>
    public bool IsAdmittedTo(string purchasingSystemId, Instant at) =>
        Admissions.Any(a => a.PurchasingSystemId == purchasingSystemId && a.From <= at && (a.Until is null || at < a.Until));
}

/// <param name="PurchasingSystemId">The DPS.</param>
/// <param name="From">Admitted from this instant.</param>
/// <param name="Until">Until this instant, exclusive; null while admitted.</param>
/// <param name="Reason">Why it was entered with a date in the past; null when it began as it was entered.</param>
public sealed record Admission(string PurchasingSystemId, Instant From, Instant? Until = null, string? Reason = null)
{
    /// <summary>Whether it holds and no end is set.</summary>
    [JsonIgnore]
    public bool IsCurrent => Until is null;

    /// <summary>What ended it; null while it holds, and where nobody entered it.</summary>
    public AdmissionEnding? Ending { get; init; }

    /// <summary>Why it ended; null while it holds, and where nobody entered it.</summary>
    public string? EndReason { get; init; }
}

/// <summary>What ends an admission. Names are wire format.</summary>
public enum AdmissionEnding
{
    /// <summary>The supplier left of its own accord.</summary>
    Left,

    /// <summary>It is put out for the time being, such as while a matter is looked into; it may be admitted anew.</summary>
    Suspended,

    /// <summary>It no longer meets what it was admitted on.</summary>
    Refused,
}
