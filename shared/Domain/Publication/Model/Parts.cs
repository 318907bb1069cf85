using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Samkjop.Publication.Model;

/// <summary>An amount ex VAT.</summary>
public sealed record Amount([property: JsonPropertyName("amount")] decimal Value, string Currency)
{
    public static Amount Nok(decimal value) => new(value, "NOK");
}

/// <summary>A period: half-open, UTC.</summary>
public sealed record OcdsPeriod(Instant? StartDate, Instant EndDate);

/// <summary>What is bought, counted in vehicles.</summary>
public sealed record Item(
    string Id, string Description, [property: JsonPropertyName("description_en")] string DescriptionEn, Classification Classification,
    ImmutableArray<Classification>? AdditionalClassifications, long? Quantity, Unit? Unit, string? RelatedLot);

/// <param name="Scheme"><c>CPV</c>.</param>
/// <param name="Id">Eight digits, without the check digit.</param>
/// <param name="Description">The vocabulary's own words.</param>
public sealed record Classification(string Scheme, string Id, string Description);

/// <param name="Name">In Norwegian.</param>
/// <param name="Scheme"><c>UNCEFACT</c>.</param>
/// <param name="Id">Code of UN/CEFACT recommendation 20.</param>
public sealed record Unit(string Name, string Scheme, string Id);

/// <summary>An organisation with its part in the process.</summary>
/// <param name="Id"><c>NO-BRC-</c> and the organisation number, where it is known.</param>
public sealed record Organization(string Id, string Name, OrganizationIdentifier? Identifier, ImmutableArray<string> Roles);

/// <param name="Scheme"><c>NO-BRC</c>: the Brønnøysund Register Centre, by org-id.guide.</param>
/// <param name="Id">Nine digits.</param>
public sealed record OrganizationIdentifier(string Scheme, string Id, string LegalName);

public sealed record OrganizationReference(string Id, string Name);

/// <param name="Type">Code of milestoneType.</param>
/// <param name="Status">Code of milestoneStatus.</param>
public sealed record Milestone(
    string Id, string? Title = null, [property: JsonPropertyName("title_en")] string? TitleEn = null, string? Type = null, string? Description = null,
    [property: JsonPropertyName("description_en")] string? DescriptionEn = null, Instant? DueDate = null, Instant? DateMet = null, Instant? DateModified = null, string? Status = null);

/// <param name="DocumentType">Code of documentType.</param>
public sealed record OcdsDocument(
    string Id, string DocumentType, string Title, [property: JsonPropertyName("title_en")] string TitleEn,
    string Description, [property: JsonPropertyName("description_en")] string DescriptionEn, Instant DatePublished, string Format, string Language);

/// <summary>A change that was told to all, with its reason.</summary>
public sealed record Amendment(
    string Id, Instant Date, string Rationale, [property: JsonPropertyName("rationale_en")] string RationaleEn,
    string Description, [property: JsonPropertyName("description_en")] string DescriptionEn, [property: JsonPropertyName("releaseID")] string ReleaseId);
