using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Samkjop.Azure;

/// <summary>The Functions host's own account. The host reads it; the app only sees to it that no key stands there outside Development.</summary>
public sealed record HostStorageSettings
{
    internal const string Section = "AzureWebJobsStorage";

    /// <summary>Whether a connection string stands there; it is not kept.</summary>
    public bool HasConnectionString { get; set; }

    internal void Read(IConfigurationSection section) => HasConnectionString = section.Text() is not null;
}

/// <summary>Refuses to start with a key to the host's account outside Development.</summary>
internal sealed class HostStorageSettingsRules(bool development) : IValidateOptions<HostStorageSettings>
{
    public ValidateOptionsResult Validate(string? name, HostStorageSettings options)
    {
        var faults = new SettingFaults(HostStorageSettings.Section);
        if (options.HasConnectionString && !development)
        {
            faults.ConnectionString(development, []);
        }

        return faults.Result;
    }
}
