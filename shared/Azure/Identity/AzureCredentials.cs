using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;

namespace Samkjop.Azure.Identity;

/// <summary>
/// Who the app is towards Azure. Sections that name the same identity share one credential, and with it one cache of tokens.
/// </summary>
public sealed class AzureCredentials
{
    /// <summary>The one value of <c>credential</c>: the identity that Azure gives the app itself.</summary>
    public const string ManagedIdentity = "managedidentity";

    private readonly ConcurrentDictionary<IdentitySettings, TokenCredential> _credentials = [];

    /// <summary>
    /// The credential of a section: the user-assigned identity <c>clientId</c>, the system-assigned one when no id is given, or, without
    /// <c>credential</c>, whoever is signed in on the machine (<see cref="DefaultAzureCredential"/>).
    /// </summary>
    /// <param name="settings">As validated at start.</param>
    public TokenCredential For(IdentitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return _credentials.GetOrAdd(settings, Create);
    }

    private static TokenCredential Create(IdentitySettings settings) => settings switch
    {
        { Credential: null } => new DefaultAzureCredential(),
        { ClientId: null } => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
        { ClientId: var id } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
    };
}
