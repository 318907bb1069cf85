using Azure.Core;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace Samkjop.Azure;

/// <summary>The one client of the process. Over the gateway: one port, no connections per replica, which suits an app that scales to nothing.</summary>
internal sealed class CosmosConnection : IDisposable
{
    private readonly HttpClient _http;

    public CosmosConnection(CosmosOptions options, CosmosTransport? transport = null)
    {
        _http = new HttpClient(new DoubtfulWrites(transport is null ? Network() : new Borrowed(transport.Handler)), disposeHandler: true);
        var settings = new CosmosClientOptions
        {
            ApplicationName = "samkjop",
            ConnectionMode = ConnectionMode.Gateway,
            HttpClientFactory = () => _http,
            MaxRetryAttemptsOnRateLimitedRequests = int.MaxValue,
            MaxRetryWaitTimeOnRateLimitedRequests = options.Patience,
            CosmosClientTelemetryOptions = new CosmosClientTelemetryOptions { DisableDistributedTracing = false, QueryTextMode = QueryTextMode.ParameterizedOnly },
        };
        Client = options.ConnectionString is { Length: > 0 } connection
            ? new CosmosClient(connection, settings)
            : new CosmosClient(options.AccountEndpoint, Identity(options), settings);
    }

    public CosmosClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    /// <summary>Connections are renewed, so that a failed-over address is found; one that cannot be had soon is given up.</summary>
    private static SocketsHttpHandler Network() => new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) };

    private static TokenCredential Identity(CosmosOptions options) => options switch
    {
        { Credential: null } => new DefaultAzureCredential(),
        { ClientId: null } => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
        { ClientId: var id } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
    };

    private sealed class Borrowed(HttpMessageHandler handler) : DelegatingHandler(handler)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }
}
