using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Samkjop.Azure.Keys;

/// <summary>
/// Bearer tokens as Key Vault asks for them: the first request goes out without token and content, the vault's challenge names the tenant and the
/// resource, and the request is sent again with a token for them. A challenge that names a resource which is not the vault's own is refused, so that
/// no other host can have our token (as the SDK's own clients do).
/// </summary>
internal sealed partial class VaultAuthenticationPolicy(TokenCredential credential) : BearerTokenAuthenticationPolicy(credential, [])
{
    private const string WithheldContent = "samkjop-withheld-content";

    private volatile Challenge? _known;

    protected override async ValueTask AuthorizeRequestAsync(HttpMessage message)
    {
        if (_known is { } challenge)
        {
            await AuthenticateAndAuthorizeRequestAsync(message, challenge.ContextFor(message));
            return;
        }

        if (message.Request.Content is { } content)
        {
            message.SetProperty(WithheldContent, content);
            message.Request.Content = null;
        }
    }

    protected override async ValueTask<bool> AuthorizeRequestOnChallengeAsync(HttpMessage message)
    {
        if (message.TryGetProperty(WithheldContent, out var withheld))
        {
            message.Request.Content = (RequestContent?)withheld;
        }

        if (message.Response.Headers.TryGetValue("WWW-Authenticate", out var asked) is false || Read(asked!) is not { } challenge)
        {
            return false;
        }

        if (!IsOwn(challenge.Resource, message.Request.Uri.Host))
        {
            throw new KeyVaultKeyException("The vault asked for a token of another resource than its own. No token was sent; check KeyVault__vaultUri.");
        }

        _known = challenge;
        await AuthenticateAndAuthorizeRequestAsync(message, challenge.ContextFor(message));
        return true;
    }

    protected override void AuthorizeRequest(HttpMessage message) => throw new NotSupportedException("Keys are asked for asynchronously only.");

    private static Challenge? Read(string asked)
    {
        var parts = Part().Matches(asked).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.OrdinalIgnoreCase);
        return asked.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && (parts.TryGetValue("resource", out var resource) || parts.TryGetValue("scope", out resource))
            && Uri.TryCreate(resource.EndsWith("/.default", StringComparison.Ordinal) ? resource[..^"/.default".Length] : resource, UriKind.Absolute, out var address)
            ? new Challenge(address, Tenant(parts.GetValueOrDefault("authorization") ?? parts.GetValueOrDefault("authorization_uri")))
            : null;
    }

    private static string? Tenant(string? authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address) && address.Segments.Length > 1 ? address.Segments[1].Trim('/') : null;

    // https://vault.azure.net speaks for VAULT.vault.azure.net.
    private static bool IsOwn(Uri resource, string? host) =>
        resource.Scheme == Uri.UriSchemeHttps && host?.EndsWith($".{resource.Host}", StringComparison.OrdinalIgnoreCase) is true;

    [GeneratedRegex("(?<name>[a-zA-Z_]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    private sealed record Challenge(Uri Resource, string? Tenant)
    {
        public TokenRequestContext ContextFor(HttpMessage message) =>
            new([$"{Resource.AbsoluteUri.TrimEnd('/')}/.default"], message.Request.ClientRequestId, claims: null, Tenant);
    }
}
