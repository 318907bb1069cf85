using System.ComponentModel.DataAnnotations;
using Samkjop.Publication;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Publication;

/// <summary>Under which name and terms releases are published.</summary>
public sealed record PublicationOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Publication";

    /// <summary>The registered prefix; the default is that of the standard's examples and is nobody's.</summary>
    [RegularExpression("^ocds-[a-z0-9]{6}$", ErrorMessage = "Publication:OcidPrefix is 'ocds-' and six small letters or digits, as the Open Contracting Partnership registers it.")]
    public string OcidPrefix { get; init; } = PublicationSettings.ExamplePrefix;

    /// <summary>Who runs the rounds, 1–200 characters.</summary>
    [Required]
    [StringLength(200)]
    public string BuyerName { get; init; } = "Oslo kommune, Utviklings- og kompetanseetaten";

    /// <summary>Nine digits; left out, the buyer is published without one.</summary>
    public string? BuyerOrganisationNumber { get; init; }

    /// <summary>The terms: the Norwegian licence for open government data, 2.0.</summary>
    public Uri License { get; init; } = new("https://data.norge.no/nlod/no/2.0");

    /// <summary>Where it says what is published when; left out, the app's own page.</summary>
    public Uri? Policy { get; init; }

    /// <summary>Where readers find the API, such as <c>https://samkjop.example.no</c>; left out, where the request came to.</summary>
    public Uri? Address { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BuyerOrganisationNumber is { Length: > 0 } number && !OrganisationNumber.IsValid(number))
        {
            yield return new ValidationResult($"Publication:BuyerOrganisationNumber '{number}' is no organisation number: nine digits, of which the last is a check digit.");
        }

        if (!License.IsAbsoluteUri || Policy is { IsAbsoluteUri: false } || Address is { IsAbsoluteUri: false })
        {
            yield return new ValidationResult("Publication:License, Policy and Address are whole addresses, with https:// in front.");
        }
    }

    internal PublicationSettings ToSettings() => new(OcidPrefix, BuyerName, NumberOrNull);

    internal PackagePublisher ToPublisher() => new(BuyerName, NumberOrNull is null ? null : "NO-BRC", NumberOrNull);

    private string? NumberOrNull => string.IsNullOrEmpty(BuyerOrganisationNumber) ? null : BuyerOrganisationNumber;
}
