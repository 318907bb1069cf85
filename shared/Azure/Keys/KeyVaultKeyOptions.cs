using Azure.Core;

namespace Samkjop.Azure.Keys;

/// <summary>Options of <see cref="KeyVaultKey"/>: transport, retries, diagnostics. The service's API version is pinned.</summary>
public sealed class KeyVaultKeyOptions : ClientOptions
{
    /// <summary>The version of Key Vault's REST API that is spoken.</summary>
    public const string ApiVersion = "7.4";
}
