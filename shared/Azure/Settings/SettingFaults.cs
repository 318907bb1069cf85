using Microsoft.Extensions.Options;
using Samkjop.Azure.Identity;

namespace Samkjop.Azure;

/// <summary>
/// What is wrong with a section's settings, told together. Each fault names its setting as an environment variable and says what it should hold; it
/// never repeats a value, which may be a secret in the wrong place.
/// </summary>
internal sealed class SettingFaults(string section)
{
    private readonly List<string> _faults = [];

    /// <summary>The outcome for the options' validation.</summary>
    public ValidateOptionsResult Result => _faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_faults);

    /// <summary>The setting's name as an environment variable.</summary>
    public string NameOf(string setting) => $"{section}__{setting}";

    /// <summary>Adds a sentence that begins with the setting's name.</summary>
    public void Add(string setting, string predicate) => _faults.Add($"{NameOf(setting)} {predicate}");

    /// <summary>An https address and nothing else; null when it is none.</summary>
    public Uri? Address(string setting, string? value, string holds)
    {
        if (value is null)
        {
            Add(setting, $"is missing. Set it to {holds}.");
            return null;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            Add(setting, $"is no address. Set it to {holds}.");
            return null;
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            Add(setting, $"begins with http://, and identities are shown over https only. Set it to {holds}.");
            return null;
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            Add(setting, $"holds more than an address: a user, a query or a signature. Set it to {holds}; the app shows its identity instead.");
            return null;
        }

        return address;
    }

    /// <summary>The identity: a known credential, and an id only together with it.</summary>
    public void Identity(IdentitySettings identity)
    {
        var (credential, clientId) = (IdentitySettings.CredentialSetting, IdentitySettings.ClientIdSetting);
        if (identity.Credential is { } named && !string.Equals(named, AzureCredentials.ManagedIdentity, StringComparison.OrdinalIgnoreCase))
        {
            Add(credential, $"names a credential that the app does not know. Set it to {AzureCredentials.ManagedIdentity}, or remove it to use whoever is signed in.");
        }

        if (identity is { Credential: null, ClientId: not null })
        {
            Add(clientId, $"is set without {NameOf(credential)}. Set {NameOf(credential)} to {AzureCredentials.ManagedIdentity}, or remove {NameOf(clientId)}.");
        }

        if (identity.HasSecret)
        {
            Add(IdentitySettings.SecretSetting, $"holds a secret, and the app shows a managed identity. Remove it and set {NameOf(credential)} to {AzureCredentials.ManagedIdentity}.");
        }

        if (identity.ClientId is { } id && !Guid.TryParseExact(id, "D", out _))
        {
            Add(clientId, "is no GUID. Set it to the client id of the user-assigned identity, such as 00000000-0000-0000-0000-000000000000.");
        }
    }

    /// <summary>A connection string: in Development only, and not beside settings that say the same in another way.</summary>
    public void ConnectionString(bool development, IEnumerable<string> others)
    {
        if (!development)
        {
            _faults.Add($"{section} holds a connection string, which is accepted in Development only. Remove it and set {NameOf("…")} with an identity instead.");
        }

        if (others.ToArray() is { Length: > 0 } beside)
        {
            _faults.Add($"{section} holds a connection string, and {string.Join(", ", beside.Select(NameOf))} contradict it. Keep the one or the other.");
        }
    }

    /// <summary>A fault of the section as a whole.</summary>
    public void Add(string sentence) => _faults.Add(sentence);
}
