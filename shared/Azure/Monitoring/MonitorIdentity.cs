using Azure.Core;
using Azure.Identity;

namespace Samkjop.Azure;

/// <summary>
/// Who sends telemetry to Application Insights, from the setting that the Functions host reads too:
/// <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>, for example <c>ClientId=…;Authorization=AAD</c>.
/// </summary>
public static class MonitorIdentity
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>
    /// The managed identity that the setting names: the user-assigned one with this <c>ClientId</c>, or the system-assigned one without. Null when
    /// the setting is empty: then the connection string's instrumentation key is all that is sent, which a resource with local authentication off refuses.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting is there but does not say <c>Authorization=AAD</c>.</exception>
    public static TokenCredential? From(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return null;
        var parts = setting.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .GroupBy(part => part[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last().ElementAtOrDefault(1), StringComparer.OrdinalIgnoreCase);
        if (!string.Equals(parts.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"{Setting} does not say Authorization=AAD. Write it as 'ClientId=…;Authorization=AAD', or remove the setting.");
        return new ManagedIdentityCredential(parts.GetValueOrDefault("ClientId") is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned);
    }
}
