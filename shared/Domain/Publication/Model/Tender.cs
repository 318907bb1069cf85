using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Samkjop.Publication.Model;

/// <summary>What is asked for, and until when. Only the id is in every release that touches it.</summary>
public sealed record Tender
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    [JsonPropertyName("title_en")]
    public string? TitleEn { get; init; }

    /// <summary>One of <see cref="TenderStatus"/>.</summary>
    public string? Status { get; init; }

    public OrganizationReference? ProcuringEntity { get; init; }

    public ImmutableArray<Item>? Items { get; init; }

    /// <summary><c>selective</c>: only suppliers admitted to the purchasing system may bid.</summary>
    public string? ProcurementMethod { get; init; }

    public string? ProcurementMethodDetails { get; init; }

    [JsonPropertyName("procurementMethodDetails_en")]
    public string? ProcurementMethodDetailsEn { get; init; }

    /// <summary><c>goods</c>.</summary>
    public string? MainProcurementCategory { get; init; }

    /// <summary><c>ratedCriteria</c>, or <c>priceOnly</c> where there is no other.</summary>
    public string? AwardCriteria { get; init; }

    public string? AwardCriteriaDetails { get; init; }

    [JsonPropertyName("awardCriteriaDetails_en")]
    public string? AwardCriteriaDetailsEn { get; init; }

    public ImmutableArray<string>? SubmissionMethod { get; init; }

    public OcdsPeriod? TenderPeriod { get; init; }

    public OcdsPeriod? EnquiryPeriod { get; init; }

    public bool? HasEnquiries { get; init; }

    /// <summary>Extension: enquiries.</summary>
    public ImmutableArray<Enquiry>? Enquiries { get; init; }

    /// <summary>How many have bid; not before the opening.</summary>
    public int? NumberOfTenderers { get; init; }

    public ImmutableArray<OcdsDocument>? Documents { get; init; }

    public ImmutableArray<Amendment>? Amendments { get; init; }

    /// <summary>Extension: lots.</summary>
    public ImmutableArray<TenderLot>? Lots { get; init; }

    /// <summary>Extension: techniques.</summary>
    public Techniques? Techniques { get; init; }
}

/// <summary>The statuses in use, of the closed codelist tenderStatus, which lots share.</summary>
public static class TenderStatus
{
    public const string Planning = "planning";
    public const string Active = "active";
    public const string Cancelled = "cancelled";
    public const string Unsuccessful = "unsuccessful";
    public const string Complete = "complete";
}

/// <summary>Extension lots: what is awarded together.</summary>
public sealed record TenderLot(
    string Id, string? Title = null, [property: JsonPropertyName("title_en")] string? TitleEn = null, string? Status = null);

/// <summary>Extension techniques.</summary>
public sealed record Techniques(bool HasDynamicPurchasingSystem, DynamicPurchasingSystem DynamicPurchasingSystem);

/// <param name="Type"><c>closed</c>: only the municipality's own agencies buy under it.</param>
/// <param name="Status"><c>active</c>.</param>
public sealed record DynamicPurchasingSystem(string Type, string Status);

/// <summary>Extension enquiries: a question as all were told it; who asked is nowhere.</summary>
/// <param name="Date">When it was answered: when it was asked may hint at who did.</param>
public sealed record Enquiry(
    string Id, Instant Date, Instant DateAnswered, string Title, [property: JsonPropertyName("title_en")] string TitleEn,
    string Description, [property: JsonPropertyName("description_en")] string DescriptionEn,
    string Answer, [property: JsonPropertyName("answer_en")] string AnswerEn, string? RelatedLot);

/// <summary>Extension bids: how many, never who or what.</summary>
public sealed record BidCount(ImmutableArray<BidStatistic> Statistics);

/// <param name="Measure"><c>bids</c> or <c>validBids</c>.</param>
/// <param name="RelatedLot">The lot; null for the whole tender.</param>
public sealed record BidStatistic(string Id, string Measure, Instant Date, int Value, string? RelatedLot = null);
