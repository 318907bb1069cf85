using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>Nobody gets in by a key, in plain text, or without an identity.</summary>
internal static class LockdownChecks
{
    /// <summary>Resource type → property below <c>properties</c> → the only value that will do.</summary>
    private static readonly (string Type, string Path, string Value)[] _demanded =
    [
        ("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "allowCrossTenantReplication", "false"),
        ("Microsoft.Storage/storageAccounts", "isLocalUserEnabled", "false"),
        ("Microsoft.Storage/storageAccounts", "minimumTlsVersion", "TLS1_2"),
        ("Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices/containers", "publicAccess", "None"),
        ("Microsoft.DocumentDB/databaseAccounts", "disableLocalAuth", "true"),
        ("Microsoft.DocumentDB/databaseAccounts", "disableKeyBasedMetadataWriteAccess", "true"),
        ("Microsoft.DocumentDB/databaseAccounts", "minimalTlsVersion", "Tls12"),
        ("Microsoft.DocumentDB/databaseAccounts", "backupPolicy/type", "Continuous"),
        ("Microsoft.KeyVault/vaults", "enableRbacAuthorization", "true"),
        ("Microsoft.KeyVault/vaults", "enablePurgeProtection", "true"),
        ("Microsoft.KeyVault/vaults", "enableSoftDelete", "true"),
        ("Microsoft.Insights/components", "DisableLocalAuth", "true"),
        ("Microsoft.OperationalInsights/workspaces", "features/disableLocalAuth", "true"),
        ("Microsoft.Web/sites", "httpsOnly", "true"),
        ("Microsoft.Web/sites", "siteConfig/ftpsState", "Disabled"),
        ("Microsoft.Web/sites", "siteConfig/minTlsVersion", "1.2"),
        ("Microsoft.Web/sites", "siteConfig/scmMinTlsVersion", "1.2"),
        ("Microsoft.Web/sites", "functionAppConfig/deployment/storage/authentication/type", "UserAssignedIdentity"),
        ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", "false"),
    ];

    /// <summary>Functions that read keys, and the marks of connection strings and signatures.</summary>
    private static readonly string[] _keys = ["listKeys", "listAccountSas", "listServiceSas", "listConnectionStrings", "listSecrets", "AccountKey=", "SharedAccessKey", "sig=", "DefaultEndpointsProtocol", "InstrumentationKey="];

    public static IEnumerable<string> Problems(Deployment deployment)
    {
        foreach (var (type, path, value) in _demanded)
        {
            var resources = deployment.Of(type);
            if (resources.Count == 0)
            {
                yield return $"there is no {type}";
            }

            foreach (var resource in resources.Where(resource => !string.Equals(resource[path], value, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{resource} has {path} {resource[path] ?? "unset"}, and {value} is demanded";
            }
        }

        foreach (var problem in Keys(deployment.Json))
        {
            yield return problem;
        }
    }

    /// <summary>What a compiled template or a deployment says of keys.</summary>
    public static IEnumerable<string> Keys(string json) =>
        _keys.Where(key => json.Contains(key, StringComparison.OrdinalIgnoreCase)).Select(key => $"'{key}' is read or written");
}
