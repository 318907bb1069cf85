using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Samkjop.Azure;
using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>The adapter as the app composes it, over a server in this process.</summary>
internal sealed class CosmosApp : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public CosmosApp(CosmosServer server, TimeSpan? patience = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Cosmos", server.ConnectionString)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(server.Transport).AddCosmosDocuments(configuration, development: true);
        if (patience is { } limit)
        {
            services.PostConfigure<CosmosOptions>(options => options.Patience = limit);
        }

        _services = services.BuildServiceProvider();
    }

    public IDocumentStore Store => _services.GetRequiredService<IDocumentStore>();

    public CosmosClient Client => _services.GetRequiredService<CosmosConnection>().Client;

    public CosmosCharges Charges => _services.GetRequiredService<CosmosCharges>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
