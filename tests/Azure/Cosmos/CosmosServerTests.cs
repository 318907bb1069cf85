using System.Net;
using System.Text;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;
using Samkjop.Azure;
using Samkjop.Ports;
using Samkjop.Tests.Host.Storage;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>That the double is as strict as the service where the adapter could go wrong, and counts what it charges.</summary>
public sealed class CosmosServerTests : IAsyncDisposable
{
    private readonly CosmosServer _server = new(new FakeTimeProvider());
    private readonly CosmosApp _app;

    public CosmosServerTests() => _app = new CosmosApp(_server);

    private Container Rounds => _app.Client.GetContainer(AzureSections.Database, Containers.Rounds);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_partition_key_that_the_body_contradicts_is_refused()
    {
        using var response = await Rounds.CreateItemStreamAsync(Json("""{"id":"a","roundId":"2021-1"}"""), new PartitionKey("2021-2"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_missing_container_is_told_by_name()
    {
        await using var app = new CosmosApp(new CosmosServer(new FakeTimeProvider(), [.. CosmosContainers.All.Where(c => c.Name != Containers.Rounds)]));

        foreach (var call in new Func<Task>[]
        {
            () => app.Store.FindAsync<Thing>("2021-1", "a"),
            () => app.Store.CreateAsync(new Thing("2021-1", "a", "1")),
            () => app.Store.ListAsync<Thing>("2021-1", new DocumentQuery()),
            () => app.Store.ListAcrossAsync<Thing>(new DocumentQuery()),
        })
        {
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(call);
            Assert.Contains("Container 'rounds' of database 'samkjop' is missing", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_document_of_more_than_two_megabytes_is_refused()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _app.Store.CreateAsync(new Thing("2021-1", "a", new string('x', 2 * 1024 * 1024))));

        Assert.Contains("2 MB", refused.Message, StringComparison.Ordinal);
        Assert.Null(await _app.Store.FindAsync<Thing>("2021-1", "a"));
    }

    [Fact]
    public async Task An_order_without_its_composite_index_is_refused()
    {
        var bare = CosmosContainers.All.Select(c => c with { CompositeIndexes = [] }).ToList();
        await using var app = new CosmosApp(new CosmosServer(new FakeTimeProvider(), bare));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Store.ListAsync<Thing>("2021-1", new DocumentQuery()));

        Assert.Contains("composite index", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_doubles()
    {
        using var created = await Rounds.CreateItemStreamAsync(Json("""{"id":"a","roundId":"2021-1","price":100.00,"n":12345678901234567}"""), new PartitionKey("2021-1"));
        using var read = await Rounds.ReadItemStreamAsync("a", new PartitionKey("2021-1"));

        var text = await new StreamReader(read.Content).ReadToEndAsync();
        Assert.Contains("\"price\":100,\"n\":12345678901234568,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partitions_lie_in_both_physical_partitions_and_a_query_across_asks_each()
    {
        for (var n = 0; n < 20; n++)
        {
            await _app.Store.CreateAsync(new Thing($"2021-{n}", "a", "1"));
        }

        _server.Log.Clear();
        await _app.Store.ListAcrossAsync<Thing>(new DocumentQuery(PageSize: 20));
        await _app.Store.ListAsync<Thing>("2021-1", new DocumentQuery());

        Assert.Equal(3, _server.Log.Data.Count);
        Assert.All(_server.Log.Data, request => Assert.True(request.RequestUnits > 4.6));
    }

    [Fact]
    public async Task Charges_add_up_by_operation_and_container()
    {
        await _app.Store.CreateAsync(new Thing("2021-1", "a", "1"));
        await _app.Store.FindAsync<Thing>("2021-1", "a");
        await _app.Store.FindAsync<Thing>("2021-1", "b");
        await _app.Store.CreateAsync(new FleetingThing("kari", "a"));

        Assert.Equal([("create_item", "requests", 1, 5.0), ("create_item", "rounds", 1, 5.0), ("read_item", "rounds", 2, 4.0)], _server.Log.Totals());
        Assert.Equal(14.0, _server.Log.RequestUnits);
    }

    private static MemoryStream Json(string text) => new(Encoding.UTF8.GetBytes(text));
}
