using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Azure;
using Samkjop.Azure.Blobs;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Azure.Blobs;
using Samkjop.Tests.Azure.Cosmos;
using Samkjop.Tests.Azure.Secrets;

namespace Samkjop.Tests.Azure.Composition;

/// <summary>The app's ports as the function app composes them, over Azurite and the fakes of Cosmos DB and Key Vault.</summary>
public sealed class AzureAdaptersTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2021, 5, 3, 10, 0, 0, TimeSpan.Zero));
    private readonly FakeVault _vault = new();
    private AzuriteAccount _account = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _account = await azurite.NewAccountAsync(_clock, Cancel);
        var settings = _account.Settings();
        settings["Cosmos:accountEndpoint"] = "https://samkjop.documents.azure.com:443/";
        settings["KeyVault:vaultUri"] = FakeVault.Address.AbsoluteUri;
        var secrets = ClientDefaults.Secrets();
        secrets.Transport = new HttpClientTransport(_vault);
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock)
            .AddKeyedSingleton<TokenCredential>(AzureSections.KeyVault, new VaultCredential()).AddSingleton(secrets);
        _services = _account.Use(services)
            .AddAzureAdapters(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), development: false)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _account.Dispose();
        _vault.Dispose();
    }

    [Fact]
    public async Task Every_port_has_its_adapter()
    {
        Assert.NotNull(_services.GetRequiredService<IDocumentStore>());

        var ticket = await _services.GetRequiredService<IBlobStore>().IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(5), Cancel);
        using var uploaded = await _account.Http.UploadAsync(ticket, [1]);
        Assert.Equal(201, (int)uploaded.StatusCode);

        await _services.GetRequiredService<IWorkQueue>().EnqueueAsync(WorkQueues.WebhookInbox, "supplier/id", Cancel);
        Assert.Equal("supplier/id", (await _account.QueueClient().GetQueueClient(WorkQueues.WebhookInbox).ReceiveMessageAsync(cancellationToken: Cancel)).Value.MessageText);

        var secrets = _services.GetRequiredService<ISecretStore>();
        await secrets.SetAsync("a", "b", Cancel);
        Assert.Equal("b", await secrets.FindAsync("a", Cancel));

        var (one, other) = (new byte[32], new byte[32]);
        _services.GetRequiredService<ISecretGenerator>().Fill(one);
        _services.GetRequiredService<ISecretGenerator>().Fill(other);
        Assert.NotEqual(one, other);
    }
}
