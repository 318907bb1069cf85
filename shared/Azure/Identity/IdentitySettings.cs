using Microsoft.Extensions.Configuration;

namespace Samkjop.Azure.Identity;

/// <param name="Credential"><see cref="AzureCredentials.ManagedIdentity"/>, or null for whoever is signed in on the machine.</param>
/// <param name="ClientId">Client id (a GUID) of a user-assigned identity; null for the system-assigned one.</param>
/// <param name="HasSecret">Whether a client secret stands there, with which triggers would show another identity than the adapters; it is not kept.</param>
public sealed record IdentitySettings(string? Credential, string? ClientId, bool HasSecret = false)
{
    internal const string SecretSetting = "clientSecret";
    internal const string CredentialSetting = "credential";
    internal const string ClientIdSetting = "clientId";

    /// <summary>Reads <c>credential</c>, <c>clientId</c> and <c>clientSecret</c> of a section; blank counts as absent.</summary>
    public static IdentitySettings Of(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new(section.Text(CredentialSetting), section.Text(ClientIdSetting), section.Text(SecretSetting) is not null);
    }
}
