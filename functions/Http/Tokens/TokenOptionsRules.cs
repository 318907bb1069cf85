using Microsoft.Extensions.Options;
using Samkjop.People;

namespace Samkjop.Functions.Http.Tokens;

/// <summary>Refuses to start with an issuer that is told by half: its tokens would be refused one by one, each with another reason.</summary>
internal sealed class TokenOptionsRules(ITokenKeys keys) : IValidateOptions<TokenOptions>
{
    public ValidateOptionsResult Validate(string? name, TokenOptions options)
    {
        var faults = options.Issuers.SelectMany((issuer, number) => FaultsOf(issuer, number, options)).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> FaultsOf(TrustedIssuer issuer, int number, TokenOptions options)
    {
        if (issuer.Issuer.Length == 0)
            yield return $"{Setting(nameof(issuer.Issuer))} is missing. Set it to the 'iss' claim of the issuer's tokens.";
        else if (options.Issuers.Take(number).Any(other => other.Issuer == issuer.Issuer))
            yield return $"{Setting(nameof(issuer.Issuer))} names an issuer a second time, and only the first would count. Put its roles together.";
        if (issuer.Audience.Length == 0)
            yield return $"{Setting(nameof(issuer.Audience))} is missing. Set it to the 'aud' claim that tokens for this app carry.";
        foreach (var (role, at) in issuer.GrantableRoles.Select((role, at) => (role, at)).Where(grant => !Role.All.Contains(grant.role, StringComparer.Ordinal)))
            yield return $"{Setting(nameof(issuer.GrantableRoles))}__{at} is no role ('{role}'). Use one of {string.Join(", ", Role.All)}.";
        if (keys is OpenIdTokenKeys && !IsHttps(issuer.MetadataAddress))
            yield return $"{Setting(nameof(issuer.MetadataAddress))} is no https address. Set it to the issuer's …/.well-known/openid-configuration, where its keys are found.";

        string Setting(string property) => $"{TokenOptions.Section}__{nameof(options.Issuers)}__{number}__{property}";
    }

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
