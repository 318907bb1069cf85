using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using Samkjop.Ports;
using Samkjop.Telemetry;
using Samkjop.Tests.Host.Storage;

namespace Samkjop.Tests.Azure.Cosmos;

public sealed class CosmosTelemetryTests : IAsyncDisposable
{
    private readonly CosmosServer _server = new(new FakeTimeProvider());
    private readonly CosmosApp _app;

    public CosmosTelemetryTests() => _app = new CosmosApp(_server);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_each_call_costs_is_recorded_by_operation_and_container()
    {
        List<(string Operation, string Container, double RequestUnits)> recorded = [];
        var meter = _app.Charges.Meter;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                Assert.Equal((SamkjopTelemetry.Documents, MetricNames.RequestCharge, "{RU}"), (instrument.Meter.Name, instrument.Name, instrument.Unit));
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, charge, tags, _) =>
        {
            var byName = new Dictionary<string, object?>(tags.ToArray());
            recorded.Add(((string)byName["operation"]!, (string)byName["container"]!, charge));
        });
        listener.Start();

        var stored = await _app.Store.CreateAsync(new Thing("2021-1", "a", "1"));
        stored = await _app.Store.ReplaceAsync(stored.Document, stored.ETag);
        await _app.Store.FindAsync<Thing>("2021-1", "a");
        await _app.Store.FindAsync<FleetingThing>("kari", "nothing");
        await _app.Store.ListAsync<Thing>("2021-1", new DocumentQuery());
        await _app.Store.DeleteAsync<Thing>("2021-1", "a", stored.ETag);

        Assert.Equal(
            [("create_item", "rounds"), ("replace_item", "rounds"), ("read_item", "rounds"), ("read_item", "requests"), ("query_items", "rounds"), ("delete_item", "rounds")],
            recorded.Select(r => (r.Operation, r.Container)));
        Assert.All(recorded, r => Assert.True(r.RequestUnits > 0));
        Assert.Equal(_server.Log.RequestUnits, recorded.Sum(r => r.RequestUnits), precision: 6);
    }

    [Fact]
    public async Task The_span_of_a_call_tells_its_charge_and_answer()
    {
        using var source = new ActivitySource(SamkjopTelemetry.Documents);
        using var listener = new ActivityListener
        {
            ShouldListenTo = candidate => ReferenceEquals(candidate, source),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var span = source.StartActivity("create_item rounds");

        await _app.Store.CreateAsync(new Thing("2021-1", "a", "1"));

        Assert.Equal(("201", _server.Log.RequestUnits), (span!.GetTagItem("db.response.status_code"), span.GetTagItem("azure.cosmosdb.operation.request_charge")));
    }
}
