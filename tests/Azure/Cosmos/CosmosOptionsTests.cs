using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Samkjop.Azure;
using Samkjop.Azure.Identity;
using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Settings with which the app refuses to start, each by its name.</summary>
public sealed class CosmosOptionsTests
{
    private const string Good = "https://samkjop.documents.azure.com:443/";

    private const string WithKey = "AccountEndpoint=https://localhost:8081/;AccountKey=c2Fta2pvcA==;";

    [Theory]
    [InlineData("Cosmos__accountEndpoint is missing")]
    [InlineData("Cosmos__accountEndpoint is missing", "accountEndpoint", " ")]
    [InlineData("Cosmos__accountEndpoint is no address", "accountEndpoint", "samkjop.documents.azure.com")]
    [InlineData("Cosmos__accountEndpoint holds more than an account", "accountEndpoint", "https://samkjop.documents.azure.com/dbs/samkjop")]
    [InlineData("Cosmos__accountEndpoint holds more than an address", "accountEndpoint", "https://samkjop.documents.azure.com/?key=1")]
    [InlineData("Cosmos__accountEndpoint is no address", "accountEndpoint", "ftp://samkjop.documents.azure.com/")]
    [InlineData("Cosmos__accountEndpoint begins with http://", "accountEndpoint", "http://samkjop.documents.azure.com/")]
    [InlineData("Cosmos__credential names a credential that the app does not know", "accountEndpoint", Good, "credential", "password")]
    [InlineData("Cosmos__clientId is no GUID", "accountEndpoint", Good, "credential", "managedidentity", "clientId", "uai-samkjop")]
    [InlineData("Cosmos__clientId is set without Cosmos__credential", "accountEndpoint", Good, "clientId", "9c1c2b0e-8a55-4f0c-9d8e-0a4f5a1c7b11")]
    [InlineData("Cosmos holds a connection string", "", WithKey)]
    [InlineData("Cosmos__accountEndpoint contradict it", "", WithKey, "accountEndpoint", Good)]
    public async Task In_production_it_is_refused(string expected, params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(development: false, settings));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2Fta2pvcA==", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cosmos__accountEndpoint is missing")]
    [InlineData("Cosmos is no connection string", "", "AccountEndpoint=https://localhost:8081/;")]
    [InlineData("Cosmos is no connection string", "", "AccountEndpoint=https://localhost:8081/;AccountKey=%%%")]
    [InlineData("Cosmos is no connection string", "", "UseDevelopmentStorage")]
    [InlineData("Cosmos is no connection string", "", "AccountEndpoint=localhost;AccountKey=c2Fta2pvcA==")]
    [InlineData("Cosmos__accountEndpoint contradict it", "", WithKey, "accountEndpoint", Good)]
    public async Task In_development_it_is_refused_too(string expected, params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(development: true, settings));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "accountEndpoint", Good, "credential", "managedidentity", "clientId", "9c1c2b0e-8a55-4f0c-9d8e-0a4f5a1c7b11")]
    [InlineData(false, "accountEndpoint", Good, "credential", "ManagedIdentity")]
    [InlineData(false, "accountEndpoint", Good)]
    [InlineData(true, "", "AccountEndpoint=http://localhost:8081/;AccountKey=c2Fta2pvcA==;")]
    [InlineData(true, "", WithKey)]
    public async Task It_starts_without_asking_anybody(bool development, params string[] settings) => await StartAsync(development, settings);

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var result = new CosmosOptionsRules(development: false).Validate(null, new CosmosOptions { Identity = new("password", "nobody") });

        Assert.Equal(3, result.Failures!.Count());
    }

    private static async Task StartAsync(bool development, string[] settings)
    {
        var values = settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0].Length == 0 ? "Cosmos" : $"Cosmos:{pair[0]}", (string?)pair[1]));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var host = new HostBuilder().ConfigureServices(services => services.AddSingleton<AzureCredentials>().AddCosmosDocuments(configuration, development)).Build();
        await host.StartAsync();
        Assert.NotNull(host.Services.GetRequiredService<IDocumentStore>());
        await host.StopAsync();
    }
}
