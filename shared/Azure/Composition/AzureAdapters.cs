using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Samkjop.Azure.Blobs;
using Samkjop.Azure.Identity;
using Samkjop.Azure.Queues;
using Samkjop.Azure.Secrets;
using Samkjop.Ports;
using Samkjop.Telemetry;

namespace Samkjop.Azure;

/// <summary>The adapters of the app's ports on Azure.</summary>
public static class AzureAdapters
{
    /// <summary>
    /// Registers the ports' adapters. Settings are validated at the start of the host: when any is missing or contradicts another, it does not start and
    /// says which. The business clock (<see cref="TimeProvider"/>) is the caller's to register.
    /// <para>
    /// What is registered before this call stays: a keyed <see cref="TokenCredential"/> (by section), <see cref="BlobClientOptions"/>,
    /// <see cref="QueueClientOptions"/>, <see cref="SecretClientOptions"/>, <see cref="CosmosTransport"/>, or another adapter of a blob, queue or secret port.
    /// </para>
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configuration">Holds the sections of <see cref="AzureSections"/>.</param>
    /// <param name="development">Whether connection strings are accepted (<c>AZURE_FUNCTIONS_ENVIRONMENT</c> is Development).</param>
    public static IServiceCollection AddAzureAdapters(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton<AzureCredentials>();
        services.TryAddSingleton<ISecretGenerator, RandomSecretGenerator>();
        services.AddCosmosDocuments(configuration, development);
        services.AddHostStorageRules(configuration, development);
        services.AddStorage(configuration, development);
        services.AddKeyVault(configuration);
        return services;
    }

    private static void AddHostStorageRules(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        services.AddOptions<HostStorageSettings>().Configure(settings => settings.Read(configuration.GetSection(HostStorageSettings.Section))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HostStorageSettings>>(new HostStorageSettingsRules(development));
    }

    private static void AddStorage(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        services.AddOptions<StorageSettings>().Configure(settings => settings.Read(configuration.GetSection(AzureSections.Storage))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageSettings>>(new StorageSettingsRules(development));
        services.TryAddCredential(AzureSections.Storage, provider => provider.GetRequiredService<IOptions<StorageSettings>>().Value.Identity);
        services.TryAddSingleton(_ => ClientDefaults.Blobs());
        services.TryAddSingleton(_ => ClientDefaults.Queues());
        services.TryAddSingleton(StorageClients.Blobs);
        services.TryAddSingleton(StorageClients.Queues);
        services.TryAddSingleton<UserDelegationKeys>();
        services.TryAddSingleton<AzureBlobStore>();
        services.TryAddSingleton<IBlobStore>(provider => new ObservedBlobStore(provider.GetRequiredService<AzureBlobStore>()));
        services.TryAddSingleton<IWorkQueue, AzureWorkQueue>();
        services.TryAddSingleton<IQueueCounts, AzureQueueCounts>();
        services.TryAddSingleton<BidProtection>();
        services.AddHostedService<BidProtectionWatch>();
    }

    private static void AddKeyVault(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KeyVaultSettings>().Configure(settings => settings.Read(configuration.GetSection(AzureSections.KeyVault))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyVaultSettings>, KeyVaultSettingsRules>();
        services.TryAddCredential(AzureSections.KeyVault, provider => provider.GetRequiredService<IOptions<KeyVaultSettings>>().Value.Identity);
        services.TryAddSingleton(_ => ClientDefaults.Secrets());
        services.TryAddSingleton(provider => new SecretClient(
            new Uri(provider.GetRequiredService<IOptions<KeyVaultSettings>>().Value.VaultUri!),
            provider.GetRequiredKeyedService<TokenCredential>(AzureSections.KeyVault),
            provider.GetRequiredService<SecretClientOptions>()));
        services.TryAddSingleton<ISecretStore, KeyVaultSecretStore>();
    }

    /// <summary>The credential of a section, unless one was registered before.</summary>
    internal static void TryAddCredential(this IServiceCollection services, string section, Func<IServiceProvider, IdentitySettings> settings) =>
        services.TryAddKeyedSingleton(section, (provider, _) => provider.GetRequiredService<AzureCredentials>().For(settings(provider)));
}
