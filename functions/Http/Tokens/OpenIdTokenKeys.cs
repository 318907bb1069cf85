using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Samkjop.Functions.Http.Tokens;

/// <summary>Keys from each issuer's OpenID Connect metadata, cached and refreshed by the library's own rules.</summary>
public sealed class OpenIdTokenKeys : ITokenKeys
{
    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _managers = new(StringComparer.Ordinal);

    /// <exception cref="IssuerUnavailableException">The metadata cannot be had, and never was.</exception>
    public async Task<IEnumerable<SecurityKey>> FindAsync(TrustedIssuer issuer, bool refresh, CancellationToken cancellationToken)
    {
        var manager = _managers.GetOrAdd(issuer.MetadataAddress, address =>
            new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever()));
        if (refresh)
        {
            manager.RequestRefresh();
        }

        try
        {
            return (await manager.GetConfigurationAsync(cancellationToken)).SigningKeys;
        }
        catch (InvalidOperationException exception)
        {
            // What the library says when it has never had the metadata and cannot get it; metadata that it had before goes on serving.
            throw new IssuerUnavailableException(issuer.Issuer, exception);
        }
    }
}
