using System.Reflection;
using System.Text.Json;
using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;
using Samkjop.Functions.Composition;
using Samkjop.Ports;
using Samkjop.Serialization;
using Samkjop.Telemetry;
using Samkjop.Tests.Azure.Start;

namespace Samkjop.Tests.Azure.Composition;

/// <summary>Program.cs puts the whole app together with the Azure adapters, or says which setting is wrong.</summary>
public sealed class AzureStartTests
{
    private static readonly Dictionary<string, string> Production = new(StringComparer.Ordinal)
    {
        ["Cosmos__accountEndpoint"] = "https://samkjop.documents.invalid/",
        ["Cosmos__credential"] = "managedidentity",
        ["Cosmos__clientId"] = "6e4ad1cb-37cc-4ac1-9b0e-2c8a67b62c6b",
        ["Storage__blobServiceUri"] = "https://samkjop.blob.invalid/",
        ["Storage__queueServiceUri"] = "https://samkjop.queue.invalid/",
        ["Storage__credential"] = "managedidentity",
        ["Storage__clientId"] = "6e4ad1cb-37cc-4ac1-9b0e-2c8a67b62c6b",
        ["KeyVault__vaultUri"] = "https://vault.invalid/",
        ["KeyVault__credential"] = "managedidentity",
        ["KeyVault__clientId"] = "6e4ad1cb-37cc-4ac1-9b0e-2c8a67b62c6b",
        ["AzureWebJobsStorage__accountName"] = "samkjophost",
        ["Tokens__Issuers__0__Issuer"] = "https://login.invalid/tenant/v2.0",
        ["Tokens__Issuers__0__Audience"] = "api://samkjop",
        ["Tokens__Issuers__0__MetadataAddress"] = "https://login.invalid/tenant/v2.0/.well-known/openid-configuration",
    };

    private static readonly Type[] FunctionClasses =
    [
        .. typeof(SamkjopExtensions).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetMethods().Any(method => !method.IsStatic && method.IsDefined(typeof(FunctionAttribute)))),
    ];

    [Fact]
    public async Task Every_class_of_functions_is_given_what_it_needs()
    {
        await using var app = await AzureApp.StartAsync(Production);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.All(FunctionClasses, type => ActivatorUtilities.CreateInstance(scope.ServiceProvider, type));
        Assert.NotEmpty(FunctionClasses);
    }

    [Fact]
    public async Task Payloads_are_written_by_the_one_serializer_and_business_time_is_the_machines()
    {
        await using var app = await AzureApp.StartAsync(Production);
        var worker = app.Services.GetRequiredService<IOptions<WorkerOptions>>().Value;
        var written = Assert.IsType<JsonObjectSerializer>(worker.Serializer).Serialize(NodaTime.Instant.FromUtc(2021, 3, 26, 8, 0));
        Assert.Equal(JsonSerializer.Serialize(NodaTime.Instant.FromUtc(2021, 3, 26, 8, 0), SamkjopJson.Stored), written.ToString());
        Assert.Same(TimeProvider.System, app.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task The_ports_are_kept_by_the_adapters_of_Azure_and_stores_tell_their_calls()
    {
        await using var app = await AzureApp.StartAsync(Production);
        Assert.IsType<ObservedDocumentStore>(app.Services.GetRequiredService<IDocumentStore>());
        Assert.IsType<ObservedBlobStore>(app.Services.GetRequiredService<IBlobStore>());
        Assert.All(
            new[] { typeof(ISecretStore), typeof(IWorkQueue), typeof(ISecretGenerator) },
            port => Assert.Equal("Samkjop.Azure", app.Services.GetRequiredService(port).GetType().Assembly.GetName().Name));
    }

    [Fact]
    public async Task The_sample_of_local_settings_starts_the_app()
    {
        await using var app = await AzureApp.StartAsync(LocalSettings.Sample());
        Assert.NotNull(app.Services.GetRequiredService<IDocumentStore>());
    }

    [Theory]
    [InlineData("Cosmos__accountEndpoint")]
    [InlineData("Storage__blobServiceUri")]
    [InlineData("Storage__queueServiceUri")]
    [InlineData("KeyVault__vaultUri")]
    [InlineData("Tokens__Issuers__0__Issuer")]
    [InlineData("Tokens__Issuers__0__Audience")]
    [InlineData("Tokens__Issuers__0__MetadataAddress")]
    public async Task A_missing_setting_is_refused_by_its_name(string setting) =>
        Assert.Contains(setting, await RefusalOfAsync(Production.Where(one => one.Key != setting)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Tokens__Issuers__0__MetadataAddress", "http://login.invalid/.well-known/openid-configuration")]
    [InlineData("Tokens__Issuers__0__GrantableRoles__0", "emperor")]
    [InlineData("Tokens__Issuers__1__Issuer", "https://login.invalid/tenant/v2.0")]
    [InlineData("History__RetentionDays", "0")]
    public async Task A_wrong_setting_is_refused_by_its_name(string setting, string value)
    {
        var name = setting.Split("__")[^1] is { Length: > 1 } last ? last : "GrantableRoles__0";
        Assert.Contains(name, await RefusalOfAsync(Production.Where(one => one.Key != setting).Append(new(setting, value))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_issuer_the_app_does_not_start() =>
        Assert.Contains("Tokens:Issuers", await RefusalOfAsync(Production.Where(one => !one.Key.StartsWith("Tokens", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Cosmos")]
    [InlineData("Storage")]
    [InlineData("AzureWebJobsStorage")]
    public async Task A_key_is_refused_outside_Development(string setting)
    {
        var local = LocalSettings.Sample().Single(sample => sample.Key == setting);
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => AzureApp.StartAsync(Production.Append(local)));
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("C2y6yDjf5", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telemetry_is_gathered_only_where_it_is_sent_somewhere()
    {
        await using var silent = await AzureApp.StartAsync(Production);
        Assert.Null(silent.Services.GetService<TracerProvider>());
        await using var telling = await AzureApp.StartAsync(Production.Append(new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")));
        Assert.NotNull(telling.Services.GetService<TracerProvider>());
    }

    private static async Task<string> RefusalOfAsync(IEnumerable<KeyValuePair<string, string>> settings) =>
        (await Assert.ThrowsAnyAsync<Exception>(() => AzureApp.StartAsync(settings))).Message;
}
