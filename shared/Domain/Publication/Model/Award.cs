using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Samkjop.Publication.Model;

/// <summary>Who gets a lot. It has no value: letters do not tell the winner's price either.</summary>
public sealed record Award
{
    /// <summary>One id per decision: another winner is another award.</summary>
    public required string Id { get; init; }

    public string? Title { get; init; }

    [JsonPropertyName("title_en")]
    public string? TitleEn { get; init; }

    /// <summary>One of <see cref="AwardStatus"/>.</summary>
    public string? Status { get; init; }

    public Instant? Date { get; init; }

    public ImmutableArray<OrganizationReference>? Suppliers { get; init; }

    public ImmutableArray<Item>? Items { get; init; }

    /// <summary>Extension: lots.</summary>
    public ImmutableArray<string>? RelatedLots { get; init; }
}

/// <summary>The statuses in use, of the closed codelist awardStatus.</summary>
public static class AwardStatus
{
    /// <summary>Decided and told; the standstill runs.</summary>
    public const string Pending = "pending";
    public const string Active = "active";

    /// <summary>Annulled, or its winner dropped out.</summary>
    public const string Cancelled = "cancelled";
    public const string Unsuccessful = "unsuccessful";
}

/// <summary>What both parties have signed.</summary>
public sealed record Contract
{
    public required string Id { get; init; }

    [JsonPropertyName("awardID")]
    public required string AwardId { get; init; }

    public string? Title { get; init; }

    [JsonPropertyName("title_en")]
    public string? TitleEn { get; init; }

    /// <summary><c>active</c>, or <c>terminated</c> once everything is delivered.</summary>
    public string? Status { get; init; }

    public Instant? DateSigned { get; init; }

    /// <summary>The whole contract; never a price per vehicle.</summary>
    public Amount? Value { get; init; }

    public ImmutableArray<Item>? Items { get; init; }

    public Implementation? Implementation { get; init; }
}

/// <summary>How a contract is carried out.</summary>
public sealed record Implementation(ImmutableArray<Milestone> Milestones);
