using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Samkjop.Ports;
using Samkjop.Telemetry;

namespace Samkjop.Azure;

/// <summary>Registers the document store in Cosmos DB.</summary>
public static class CosmosDocumentsExtensions
{
    /// <summary>
    /// Adds <see cref="IDocumentStore"/>. The settings are looked at when the host starts, which it refuses with what is wrong. A
    /// <see cref="CosmosTransport"/> and a <see cref="TokenCredential"/> keyed <see cref="AzureSections.Cosmos"/> that are registered already are used.
    /// </summary>
    /// <param name="services">The app's services, the credentials among them.</param>
    /// <param name="configuration">Holds section <see cref="AzureSections.Cosmos"/>.</param>
    /// <param name="development">Whether a connection string is accepted.</param>
    public static IServiceCollection AddCosmosDocuments(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<CosmosOptions>().Configure(options => options.Read(configuration.GetSection(AzureSections.Cosmos))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CosmosOptions>>(new CosmosOptionsRules(development));
        services.TryAddCredential(AzureSections.Cosmos, provider => OptionsOf(provider).Identity);
        services.AddSingleton(provider => new CosmosConnection(
            OptionsOf(provider), () => provider.GetRequiredKeyedService<TokenCredential>(AzureSections.Cosmos), provider.GetService<CosmosTransport>()));
        services.AddSingleton<CosmosCharges>();
        services.AddSingleton(provider => new CosmosDocumentStore(
            provider.GetRequiredService<CosmosConnection>().Client,
            provider.GetRequiredService<CosmosCharges>(),
            OptionsOf(provider),
            provider.GetRequiredService<ILogger<CosmosDocumentStore>>()));
        services.AddSingleton<IDocumentStore>(provider => new ObservedDocumentStore(provider.GetRequiredService<CosmosDocumentStore>(), "azure.cosmosdb"));
        return services;
    }

    private static CosmosOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<CosmosOptions>>().Value;
}
