using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Samkjop.Azure;
using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Azurite;

/// <summary>A storage account on Azurite that lives in the time of one test's clock, for the SDK's clients and for plain uploads.</summary>
public sealed class AzuriteAccount : IDisposable
{
    private readonly SocketsHttpHandler _transport;

    internal AzuriteAccount(Uri blobServiceUri, Uri queueServiceUri, TimeProvider clock, Func<SocketsHttpHandler> transport)
    {
        (BlobServiceUri, QueueServiceUri, Clock) = (blobServiceUri, queueServiceUri, clock);
        _transport = transport();
        Http = new HttpClient(new VirtualTimeHandler(clock, _transport), disposeHandler: false);
    }

    public Uri BlobServiceUri { get; }

    public Uri QueueServiceUri { get; }

    /// <summary>The account's time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The account's key in a connection string, as Development may have it.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=https;AccountName={BlobServiceUri.AbsolutePath.Trim('/')};AccountKey={AzuriteServer.AccountKey};BlobEndpoint={BlobServiceUri};QueueEndpoint={QueueServiceUri}";

    /// <summary>What Azurite's basic OAuth takes for the app's identity.</summary>
    public TokenCredential Credential { get; } = new AzuriteCredential();

    /// <summary>Reaches the account in the machine's time.</summary>
    internal HttpMessageHandler Transport => _transport;

    /// <summary>Sends as a supplier's own program does, in the account's time.</summary>
    public HttpClient Http { get; }

    /// <summary>The app's own options, over a transport that trusts Azurite, in the account's time.</summary>
    public BlobClientOptions BlobOptions() => Reaching(ClientDefaults.Blobs());

    /// <inheritdoc cref="BlobOptions"/>
    public QueueClientOptions QueueOptions() => Reaching(ClientDefaults.Queues());

    public BlobServiceClient BlobClient() => new(BlobServiceUri, Credential, BlobOptions());

    public QueueServiceClient QueueClient() => new(QueueServiceUri, Credential, QueueOptions());

    /// <summary>The settings that name this account, as <c>AddAzureAdapters</c> reads them.</summary>
    public Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Storage:blobServiceUri"] = BlobServiceUri.AbsoluteUri, ["Storage:queueServiceUri"] = QueueServiceUri.AbsoluteUri,
    };

    /// <summary>Call before <c>AddAzureAdapters</c>: its storage clients then reach this account, with its identity and in its time.</summary>
    public IServiceCollection Use(IServiceCollection services) => services
        .AddKeyedSingleton(AzureSections.Storage, Credential)
        .AddSingleton(BlobOptions())
        .AddSingleton(QueueOptions());

    /// <summary>What infra-bicep makes: the containers and the queues.</summary>
    internal async Task DeployAsync(CancellationToken cancellationToken)
    {
        var (blobs, queues) = (BlobClient(), QueueClient());
        await Task.WhenAll(
            blobs.CreateBlobContainerAsync(BlobContainers.Bids, cancellationToken: cancellationToken),
            blobs.CreateBlobContainerAsync(BlobContainers.Records, cancellationToken: cancellationToken),
            queues.CreateQueueAsync(WorkQueues.WebhookInbox, cancellationToken: cancellationToken));
    }

    public void Dispose()
    {
        Http.Dispose();
        _transport.Dispose();
    }

    private T Reaching<T>(T options)
        where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(new HttpClient(_transport, disposeHandler: false));
        options.AddPolicy(new VirtualTimePolicy(Clock), HttpPipelinePosition.PerRetry);
        return options;
    }
}
