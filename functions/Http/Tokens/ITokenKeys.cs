using Microsoft.IdentityModel.Tokens;

namespace Samkjop.Functions.Http.Tokens;

/// <summary>Where the public keys of a trusted issuer come from: OpenID Connect metadata on Azure, the development issuer in the embedded host.</summary>
public interface ITokenKeys
{
    /// <summary>The issuer's current keys.</summary>
    /// <param name="refresh">A token named a key that was not among the last ones: ask again.</param>
    Task<IEnumerable<SecurityKey>> FindAsync(TrustedIssuer issuer, bool refresh, CancellationToken cancellationToken);
}
