using Azure.Core;

namespace Samkjop.Tests.Azure.Secrets;

/// <summary>A fake identity whose tokens say what they were asked for.</summary>
internal sealed class VaultCredential : TokenCredential
{
    public int Asked { get; private set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Asked++;
        return new($"token-for-{string.Join(' ', requestContext.Scopes)}-of-{requestContext.TenantId}", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
