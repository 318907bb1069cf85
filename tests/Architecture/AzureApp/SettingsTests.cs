using System.Text.Json;
using Mono.Cecil;
using Samkjop.People;
using Samkjop.Tests.Architecture.Layering;

namespace Samkjop.Tests.Architecture.AzureApp;

/// <summary>host.json and the sample of settings agree with what the functions declare.</summary>
public sealed class SettingsTests
{
    private static readonly JsonElement HostJson = Read("host.json");
    private static readonly JsonElement Sample = Read("functions", "local.settings.sample.json").GetProperty("Values");

    [Fact]
    public void Every_connection_of_a_trigger_is_in_the_sample()
    {
        var connections = CompiledAssembly.Host.In("functions/")
            .SelectMany(type => type.Methods).SelectMany(method => method.Parameters).SelectMany(parameter => parameter.CustomAttributes)
            .SelectMany(attribute => attribute.Properties).Where(property => property.Name == "Connection")
            .Select(property => (string)property.Argument.Value).Distinct(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(connections);
        Assert.All(connections, connection => Assert.True(Sample.TryGetProperty(connection, out _), connection));
    }

    [Fact]
    public void The_sample_is_for_Development_and_names_no_account_of_anybody()
    {
        Assert.Equal("Development", Sample.GetProperty("AZURE_FUNCTIONS_ENVIRONMENT").GetString());
        Assert.Equal("UseDevelopmentStorage=true", Sample.GetProperty("Storage").GetString());
        Assert.StartsWith("AccountEndpoint=https://localhost:", Sample.GetProperty("Cosmos").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_lets_its_issuer_grant_the_roles_of_staff()
    {
        var roles = Sample.EnumerateObject().Where(setting => setting.Name.Contains("GrantableRoles", StringComparison.Ordinal)).Select(setting => setting.Value.GetString()!);
        Assert.Equal(Role.All.Except([Role.SupplierUser, Role.SupplierSystem]), roles);
    }

    [Fact]
    public void Host_json_names_the_task_hub_and_tells_the_host_to_speak_OpenTelemetry()
    {
        Assert.Equal("OpenTelemetry", HostJson.GetProperty("telemetryMode").GetString());
        Assert.Equal("Samkjop", HostJson.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString());
    }

    [Theory]
    [InlineData("Azure")]
    [InlineData("DurableTask")]
    [InlineData("Host.Triggers.DurableTask")]
    public void Host_json_keeps_the_logs_that_drown_the_others_to_warnings(string category) =>
        Assert.Equal("Warning", HostJson.GetProperty("logging").GetProperty("logLevel").GetProperty(category).GetString());

    [Fact]
    public void Queue_messages_are_encoded_as_Event_Grid_and_the_adapter_write_them() =>
        Assert.Equal("base64", HostJson.GetProperty("extensions").GetProperty("queues").GetProperty("messageEncoding").GetString());

    private static JsonElement Read(params ReadOnlySpan<string> path) => JsonDocument.Parse(File.ReadAllText(Repository.PathOf(path))).RootElement;
}
