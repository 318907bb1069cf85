using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samkjop.Azure;
using Samkjop.Embedded.Functions;
using Samkjop.Host;
using Samkjop.Host.Scenarios;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Azure.Cosmos;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>
/// Azure for one rehearsal: documents in Cosmos DB through the real SDK over the double, blobs on Azurite with user-delegation URLs, and what Event
/// Grid and the change feed do in between. Orchestrations, queues and secrets stay the embedded host's.
/// </summary>
internal sealed class AzureStage : IDisposable
{
    private readonly AzuriteAccount _account;

    private AzureStage(AzuriteAccount account, CosmosServer cosmos) => (_account, Cosmos) = (account, cosmos);

    /// <summary>The Cosmos account.</summary>
    public CosmosServer Cosmos { get; }

    /// <summary>Requests to the storage account of documents, those of the suppliers included.</summary>
    public StorageTransactions Transactions { get; } = new();

    /// <summary>Takes the storage account away from the app.</summary>
    public StorageOutage Outage { get; } = new();

    /// <summary>The blobs as the service tells them.</summary>
    public BlobServiceClient Blobs => _account.BlobClient();

    public static async Task<AzureStage> PrepareAsync(AzuriteFixture azurite, TimeProvider clock) =>
        new(await azurite.NewAccountAsync(clock), new CosmosServer(clock));

    /// <param name="keepsListings">Whether the same list is asked of Cosmos once between two writes.</param>
    public RehearsalElsewhere Elsewhere(bool keepsListings) => new(services => Register(services, keepsListings), app => new EventGridDouble(app, Transactions, new VirtualTimeHandler(_account.Clock, _account.Transport)));

    public void Dispose() => _account.Dispose();

    private void Register(IServiceCollection services, bool keepsListings)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(_account.Settings(), StringComparer.Ordinal)
        {
            ["Cosmos"] = Cosmos.ConnectionString,
            ["KeyVault:vaultUri"] = "https://samkjop-test.vault.azure.net/",
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        }).Build();

        services.RemoveAll<IDocumentStore>();
        services.RemoveAll<IBlobStore>();
        services.RemoveAll<IChangeFeedSource>();
        services.AddSingleton(Cosmos.Transport);
        services.AddKeyedSingleton(AzureSections.Storage, _account.Credential);
        services.AddSingleton(_ =>
        {
            var options = _account.BlobOptions();
            options.AddPolicy(Transactions, HttpPipelinePosition.PerRetry);
            options.AddPolicy(Outage, HttpPipelinePosition.PerRetry);
            return options;
        });
        services.AddAzureAdapters(settings, development: true);

        var store = services.Last(service => service.ServiceType == typeof(IDocumentStore));
        services.Remove(store);
        services.AddSingleton(provider => new CosmosFeed(provider.GetRequiredService<CosmosConnection>().Client));
        services.AddSingleton<IChangeFeedSource>(provider => provider.GetRequiredService<CosmosFeed>());
        services.AddSingleton<IDocumentStore>(provider =>
            new TellingStore((IDocumentStore)store.ImplementationFactory!(provider), provider.GetRequiredService<CosmosFeed>(), keepsListings));
    }
}
