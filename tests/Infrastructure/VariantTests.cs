using Samkjop.Tests.Infrastructure.Checks;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure;

/// <summary>What the parameters change.</summary>
public sealed class VariantTests
{
    private const string Scheduler = "Microsoft.DurableTask/schedulers";

    [Fact]
    public void Dev_is_paid_by_use_and_can_be_thrown_away()
    {
        var dev = Deployments.Dev;

        Assert.Equal("EnableServerless", dev.Cosmos["capabilities/0/name"]);
        Assert.Empty(dev.App.At("functionAppConfig/scaleAndConcurrency/alwaysReady")!.AsArray());
        Assert.DoesNotContain(dev.Resources, resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.Empty(dev.Of(Scheduler));
        Assert.Empty(dev.Of("Microsoft.Insights/webtests"));
        Assert.Equal("Standard_LRS", dev.Documents.Json["sku"]!["name"]!.GetValue<string>());
        Assert.Equal(7, StorageChecks.RetentionDays(dev));
    }

    [Fact]
    public void Prod_spans_zones_is_watched_and_keeps_bids_for_years()
    {
        var prod = Deployments.Prod;

        Assert.Equal("Standard_ZRS", prod.Documents.Json["sku"]!["name"]!.GetValue<string>());
        Assert.Equal("true", prod.Cosmos["locations/0/isZoneRedundant"]);
        Assert.Equal("true", prod.Single("Microsoft.Web/serverfarms")["zoneRedundant"]);
        Assert.Equal("Continuous30Days", prod.Cosmos["backupPolicy/continuousModeProperties/tier"]);
        Assert.Single(prod.Of("Microsoft.Insights/webtests"));
        Assert.Equal(1825, StorageChecks.RetentionDays(prod));
    }

    [Theory]
    [MemberData(nameof(DeploymentTests.Names), MemberType = typeof(DeploymentTests))]
    public void The_app_runs_on_flex_consumption_from_a_container_by_its_identity(string name)
    {
        var deployment = Deployments.Of(name);
        var config = deployment.App.At("functionAppConfig")!;

        Assert.Equal("FC1", deployment.Single("Microsoft.Web/serverfarms").Json["sku"]!["name"]!.GetValue<string>());
        Assert.Equal("""{"name":"dotnet-isolated","version":"10.0"}""", config["runtime"]!.ToJsonString());
        Assert.Equal(name == "other" ? "Recreate" : "RollingUpdate", config["siteUpdateStrategy"]!["type"]!.GetValue<string>());
        Assert.Contains(deployment.HostStorage.Id, config["deployment"]!["storage"]!["value"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_policy_is_left_alone() => Assert.Null(StorageChecks.RetentionDays(Deployments.Other));

    [Fact]
    public void Autoscale_shares_one_throughput_among_the_containers()
    {
        Assert.Empty(Deployments.Other.Cosmos.At("capabilities")!.AsArray());
        Assert.Equal("4000", Deployments.Other.Single("Microsoft.DocumentDB/databaseAccounts/sqlDatabases")["options/autoscaleSettings/maxThroughput"]);
    }

    [Fact]
    public void A_restored_account_takes_the_place_of_the_derived_one()
    {
        Assert.Equal("cosmos-restored", Deployments.Other.Cosmos.Name);
        Assert.Contains(Deployments.Other.Cosmos.Id, Deployments.Other.Settings["Cosmos__accountEndpoint"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_scheduler_takes_the_task_hub_from_the_host_storage()
    {
        var scheduler = Deployments.Other.Single(Scheduler);
        var settings = Deployments.Other.Settings;
        const string host = "AzureFunctionsJobHost__extensions__durableTask__";

        Assert.Equal("Dedicated", scheduler["sku/name"]);
        Assert.Equal("2", scheduler["sku/capacity"]);
        Assert.Equal(Deployments.Other.Single("Microsoft.DurableTask/schedulers/taskHubs").OwnName, settings[host + "hubName"]);
        Assert.Equal("azureManaged", settings[host + "storageProvider__type"]);
        var connection = settings[settings[host + "storageProvider__connectionStringName"]];
        Assert.Contains(scheduler.Id, connection, StringComparison.Ordinal);
        Assert.Contains("Authentication=ManagedIdentity;ClientID=", connection, StringComparison.Ordinal);
        Assert.DoesNotContain(Deployments.Prod.Settings.Keys, name => name.StartsWith(host, StringComparison.Ordinal));
    }

    [Fact]
    public void A_collector_gets_telemetry_only_when_it_is_named()
    {
        Assert.Equal("https://collector.example.no", Deployments.Other.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.False(Deployments.Prod.Settings.ContainsKey("OTEL_EXPORTER_OTLP_ENDPOINT"));
    }

    [Fact]
    public void Private_networking_closes_everything_but_uploads()
    {
        Assert.Empty(ReachChecks.Problems(Deployments.Prod, uploadsFromInternet: true));
        Assert.Equal("Enabled", Deployments.Prod.Documents["publicNetworkAccess"]);
    }

    [Fact]
    public void Private_networking_closes_uploads_too_where_a_gateway_forwards_them() => Assert.Empty(ReachChecks.Problems(Deployments.Other, uploadsFromInternet: false));

    [Fact]
    public void Trusted_services_still_deliver_uploads_to_a_closed_account() => Assert.Equal("AzureServices", Deployments.Other.Documents["networkAcls/bypass"]);
}
