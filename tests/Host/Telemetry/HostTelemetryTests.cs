using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Samkjop.Host;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Telemetry;

/// <summary>What the embedded host exports, and when.</summary>
[Collection(ListeningCollection.Name)]
public sealed class HostTelemetryTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1:4317", true)]
    public void Nothing_is_collected_unless_a_collector_is_named(string? endpoint, bool collects)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(HostTelemetry.EndpointSetting, endpoint)]).Build();
        var services = new ServiceCollection().AddHostTelemetry(configuration);

        Assert.Equal(collects, services.Any(service => service.ServiceType == typeof(TracerProvider)));
        Assert.Equal(collects, services.Any(service => service.ServiceType == typeof(MeterProvider)));
    }

    [Fact]
    public async Task An_exported_request_names_its_route_and_not_the_supplier_in_its_address()
    {
        List<Activity> exported = [];
        await using var round = await SealedRound.StartAsync();
        using (Sdk.CreateTracerProviderBuilder().AddSamkjop().AddInMemoryExporter(exported).Build())
        {
            Assert.Equal(200, (await round.Bertel.PostAsync("rounds/2021-1/bids")).Code / 100 * 100);
            Assert.Equal(200, (await round.Bertel.GetAsync("rounds/2021-1/bids/bid-bertel?secret=1")).Code);
            await round.Bertel.GetAsync("health/ready");
            await round.Bertel.GetAsync("no/such/place/bertel");
        }

        var requests = exported.Where(span => span.Kind == ActivityKind.Server).ToArray();
        Assert.Contains(requests, span => Equals(span.GetTagItem("url.path"), "/api/rounds/{roundId}/bids/{bidId}"));
        Assert.DoesNotContain(exported, span => span.DisplayName == "function GetReadiness" && span.ParentSpanId == default);
        Assert.All(exported, span => Assert.All(span.TagObjects, tag => Assert.DoesNotContain("bertel", $"{tag.Value}", StringComparison.Ordinal)));
        Assert.All(exported, span => Assert.All(span.TagObjects, tag => Assert.DoesNotContain("secret", $"{tag.Value}", StringComparison.Ordinal)));
        Assert.Equal(3, requests.Length);
    }
}
