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
    /// <summary>Adds <see cref="IDocumentStore"/>; the settings are looked at when the host starts, which it refuses with what is wrong.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configuration">Holds section <see cref="AzureSections.Cosmos"/>.</param>
    /// <param name="development">Whether keys and unencrypted addresses are let pass.</param>
    public static IServiceCollection AddCosmosDocuments(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(AzureSections.Cosmos);
        services.AddOptions<CosmosOptions>().Configure(options =>
        {
            options.ConnectionString = section.Value;
            options.AccountEndpoint = section["accountEndpoint"];
            options.Credential = section["credential"];
            options.ClientId = section["clientId"];
            options.Development = development;
        }).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CosmosOptions>, CosmosOptionsValidator>();
        services.AddSingleton(provider => new CosmosConnection(
            provider.GetRequiredService<IOptions<CosmosOptions>>().Value, provider.GetService<CosmosTransport>()));
        services.AddSingleton<CosmosCharges>();
        services.AddSingleton<IDocumentStore>(provider => new ObservedDocumentStore(
            provider.GetRequiredService<CosmosDocumentStore>(), "azure.cosmosdb"));
        services.AddSingleton(provider => new CosmosDocumentStore(
            provider.GetRequiredService<CosmosConnection>().Client,
            provider.GetRequiredService<CosmosCharges>(),
            provider.GetRequiredService<IOptions<CosmosOptions>>().Value,
            provider.GetRequiredService<ILogger<CosmosDocumentStore>>()));
        return services;
    }
}
