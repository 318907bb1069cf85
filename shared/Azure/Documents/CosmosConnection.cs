using Azure.Core;
using Microsoft.Azure.Cosmos;

namespace Samkjop.Azure;

/// <summary>The one client of the process. Over the gateway: one port, no connections per replica, which suits an app that scales to nothing.</summary>
internal sealed class CosmosConnection : IDisposable
{
    /// <summary>The rest is for the attempts themselves, so that the last answer, and what it says of coming again, still comes.</summary>
    private const double ShareOfThrottling = 0.8;

    private readonly HttpClient _http;
    private readonly SocketsHttpHandler? _network;

    public CosmosConnection(CosmosOptions options, Func<TokenCredential> credential, CosmosTransport? transport)
    {
        _network = transport is null ? Network() : null;
        _http = new HttpClient(new DoubtfulWrites(_network ?? transport!.Handler), disposeHandler: false);
        var settings = new CosmosClientOptions
        {
            ApplicationName = "samkjop",
            ConnectionMode = ConnectionMode.Gateway,
            HttpClientFactory = () => _http,
            MaxRetryAttemptsOnRateLimitedRequests = int.MaxValue,
            MaxRetryWaitTimeOnRateLimitedRequests = options.Patience * ShareOfThrottling,
        };
        Client = options.ConnectionString is { } connection
            ? new CosmosClient(connection, settings)
            : new CosmosClient(options.AccountEndpoint, credential(), settings);
    }

    public CosmosClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        _network?.Dispose();
    }

    /// <summary>Connections are renewed, so that a failed-over address is found; one that cannot be had soon is given up.</summary>
    private static SocketsHttpHandler Network() => new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) };
}
