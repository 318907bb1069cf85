using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Samkjop.Azure;

namespace Samkjop.Tests.Azure.Settings;

/// <summary>What the host says at its start about settings, one sentence each.</summary>
internal static class StartedSettings
{
    /// <summary>Settings as infra-bicep makes them, by the names of environment variables.</summary>
    public static Dictionary<string, string?> Deployed() => new(StringComparer.Ordinal)
    {
        ["Cosmos__accountEndpoint"] = "https://samkjop.documents.azure.com:443/",
        ["Cosmos__credential"] = "managedidentity",
        ["Cosmos__clientId"] = "11111111-2222-3333-4444-555555555555",
        ["Storage__blobServiceUri"] = "https://samkjopdocs.blob.core.windows.net",
        ["Storage__queueServiceUri"] = "https://samkjopdocs.queue.core.windows.net",
        ["Storage__credential"] = "managedidentity",
        ["Storage__clientId"] = "11111111-2222-3333-4444-555555555555",
        ["KeyVault__vaultUri"] = "https://samkjop.vault.azure.net",
        ["KeyVault__credential"] = "managedidentity",
        ["KeyVault__clientId"] = "11111111-2222-3333-4444-555555555555",
    };

    public static string[] FaultsOf(IReadOnlyDictionary<string, string?> settings, bool development = false)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value))).Build();
        using var provider = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddAzureAdapters(configuration, development).BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return [.. one.Failures];
        }
        catch (AggregateException many)
        {
            return [.. many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(each => each.Failures)];
        }
    }
}
