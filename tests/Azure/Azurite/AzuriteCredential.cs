using System.Buffers.Text;
using System.Text.Json;
using Azure.Core;

namespace Samkjop.Tests.Azure.Azurite;

/// <summary>
/// A fake identity. Its token carries what Azurite's basic OAuth looks at (issuer, audience, life, and the ids that user delegation keys are made of) and
/// no signature, which Azurite does not check.
/// </summary>
internal sealed class AzuriteCredential : TokenCredential
{
    private const string Tenant = "5a3d1c1e-0000-4000-8000-000000000001";
    private const string Identity = "5a3d1c1e-0000-4000-8000-000000000002";

    private static readonly DateTimeOffset NotBefore = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Expires = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly AccessToken Token = new($"{Part(new { alg = "none", typ = "JWT" })}.{Part(Claims())}.", Expires);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Token;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token);

    private static object Claims() => new
    {
        aud = "https://storage.azure.com",
        iss = $"https://sts.windows.net/{Tenant}/",
        iat = NotBefore.ToUnixTimeSeconds(),
        nbf = NotBefore.ToUnixTimeSeconds(),
        exp = Expires.ToUnixTimeSeconds(),
        oid = Identity,
        tid = Tenant,
    };

    private static string Part(object content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));
}
