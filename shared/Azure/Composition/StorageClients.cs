using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Samkjop.Azure;

/// <summary>Makes the storage account's clients from its validated settings: one each for the whole app, as the SDK asks.</summary>
internal static class StorageClients
{
    public static BlobServiceClient Blobs(IServiceProvider provider)
    {
        var (settings, options) = (SettingsOf(provider), provider.GetRequiredService<BlobClientOptions>());
        return settings.ConnectionString is { } connectionString
            ? new BlobServiceClient(connectionString, options)
            : new BlobServiceClient(new Uri(settings.BlobServiceUri!), CredentialOf(provider), options);
    }

    public static QueueServiceClient Queues(IServiceProvider provider)
    {
        var (settings, options) = (SettingsOf(provider), provider.GetRequiredService<QueueClientOptions>());
        return settings.ConnectionString is { } connectionString
            ? new QueueServiceClient(connectionString, options)
            : new QueueServiceClient(new Uri(settings.QueueServiceUri!), CredentialOf(provider), options);
    }

    private static StorageSettings SettingsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageSettings>>().Value;

    private static TokenCredential CredentialOf(IServiceProvider provider) => provider.GetRequiredKeyedService<TokenCredential>(AzureSections.Storage);
}
