using System.ComponentModel.DataAnnotations;

namespace Samkjop.Functions.Http.Tokens;

/// <summary>Whose tokens are trusted. Configuration section <c>Tokens</c>; validated at start.</summary>
public sealed record TokenOptions
{
    public const string Section = "Tokens";

    /// <summary>Entra ID for staff, ID-porten for suppliers' people, Maskinporten for suppliers' systems; or the development issuer.</summary>
    [Required]
    [MinLength(1, ErrorMessage = "Tokens:Issuers names no issuer, so nobody could call the app. Name at least one with Issuer, Audience and MetadataAddress.")]
    public IReadOnlyList<TrustedIssuer> Issuers { get; init; } = [];
}

/// <summary>An issuer whose tokens are accepted.</summary>
public sealed record TrustedIssuer
{
    /// <summary>The <c>iss</c> claim, exactly.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>The <c>aud</c> claim that must be present.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Address of the OpenID Connect metadata document.</summary>
    public string MetadataAddress { get; init; } = "";

    /// <summary>Roles that this issuer may grant; others in its tokens are ignored. Keeps a supplier's token from being an officer's.</summary>
    public IReadOnlyList<string> GrantableRoles { get; init; } = [];
}
