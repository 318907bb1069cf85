using System.Net;
using Microsoft.Extensions.Time.Testing;
using Samkjop.Ports;
using Samkjop.Tests.Host.Storage;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>What the app is told when Cosmos DB does not do as asked, and that nothing is lost or doubled.</summary>
public sealed class CosmosFaultTests : IAsyncDisposable
{
    private readonly CosmosServer _server = new(new FakeTimeProvider());
    private readonly CosmosApp _app;
    private readonly CosmosApp _impatient;

    public CosmosFaultTests()
    {
        _app = new CosmosApp(_server);
        _impatient = new CosmosApp(_server, TimeSpan.FromMilliseconds(100));
    }

    private IDocumentStore Store => _app.Store;

    private int Attempts(string operation) => _server.Log.Data.Count(request => request.Operation == operation);

    public async ValueTask DisposeAsync()
    {
        await _impatient.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Throttling_is_ridden_out()
    {
        _server.Faults.Throttle(times: 5, TimeSpan.FromMilliseconds(1));
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"));

        _server.Faults.Throttle(times: 5, TimeSpan.FromMilliseconds(1));
        var replaced = await Store.ReplaceAsync(stored.Document with { Text = "2" }, stored.ETag);

        _server.Faults.Throttle(times: 5, TimeSpan.FromMilliseconds(1));
        Assert.Equal(replaced, await Store.FindAsync<Thing>("2021-1", "a"));

        _server.Faults.Throttle(times: 5, TimeSpan.FromMilliseconds(1));
        Assert.Single((await Store.ListAcrossAsync<Thing>(new DocumentQuery())).Items);
        Assert.Equal(6, Attempts("create_item"));
        Assert.Equal(20, _server.Log.Data.Count(request => request.Status == 429));
    }

    [Fact]
    public async Task Throttling_beyond_patience_says_when_to_come_again_and_changes_nothing()
    {
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"));
        _server.Faults.Always = new CosmosFault.Answered(HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1));

        foreach (var call in EachCall(Store, stored))
        {
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(call);
            Assert.Equal(TimeSpan.FromMinutes(1), refused.RetryAfter);
            Assert.Contains("Nothing was changed", refused.Message, StringComparison.Ordinal);
        }

        _server.Faults.Always = null;
        Assert.Equal(stored, await Store.FindAsync<Thing>("2021-1", "a"));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData((HttpStatusCode)449)]
    public async Task A_service_that_does_not_serve_is_unavailable_and_serves_again_afterwards(HttpStatusCode status)
    {
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"));
        _server.Faults.Always = new CosmosFault.Answered(status);

        foreach (var call in EachCall(_impatient.Store, stored))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(call);
        }

        _server.Faults.Always = null;
        Assert.Equal(stored, await Store.FindAsync<Thing>("2021-1", "a"));
    }

    [Fact]
    public async Task A_service_that_nobody_can_connect_to_is_unavailable_and_is_found_again_afterwards()
    {
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"));
        _server.Faults.Always = new CosmosFault.Refused();

        foreach (var call in EachCall(_impatient.Store, stored))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(call);
        }

        _server.Faults.Always = null;
        Assert.Equal(stored, await Store.FindAsync<Thing>("2021-1", "a"));
        await Store.DeleteAsync<Thing>("2021-1", "a", stored.ETag);
    }

    [Fact]
    public async Task A_service_that_was_never_there_is_unavailable()
    {
        _server.Faults.Always = new CosmosFault.Refused();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _impatient.Store.FindAsync<Thing>("2021-1", "a"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _impatient.Store.ListAcrossAsync<Thing>(new DocumentQuery()));

        _server.Faults.Always = null;
        Assert.Null(await Store.FindAsync<Thing>("2021-1", "a"));
    }

    [Fact]
    public async Task A_connection_that_was_refused_is_tried_again()
    {
        _server.Faults.Next(new CosmosFault.Refused());

        await Store.CreateAsync(new Thing("2021-1", "a", "1"));

        Assert.Equal(1, Attempts("create_item"));
    }

    [Fact]
    public async Task A_write_that_collided_is_sent_again()
    {
        _server.Faults.Next(new CosmosFault.Answered((HttpStatusCode)449), times: 3);

        await Store.CreateAsync(new Thing("2021-1", "a", "1"));

        Assert.Equal(4, Attempts("create_item"));
    }

    [Fact]
    public async Task A_service_that_is_silent_is_not_waited_for_beyond_patience()
    {
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"));
        _server.Faults.Always = new CosmosFault.Silent();

        foreach (var call in EachCall(_impatient.Store, stored))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(call);
        }
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_that_the_store_is_unavailable()
    {
        using var impatient = new CancellationTokenSource();
        _server.Faults.Always = new CosmosFault.Silent();
        var reading = Store.FindAsync<Thing>("2021-1", "a", impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private IEnumerable<Func<Task>> EachCall(IDocumentStore store, Stored<Thing> stored) =>
    [
        () => store.FindAsync<Thing>("2021-1", "a"),
        () => store.CreateAsync(new Thing("2021-1", "b", "1")),
        () => store.ReplaceAsync(stored.Document with { Text = "2" }, stored.ETag),
        () => store.DeleteAsync<Thing>("2021-1", "a", stored.ETag),
        () => store.ListAsync<Thing>("2021-1", new DocumentQuery()),
        () => store.ListAcrossAsync<Thing>(new DocumentQuery()),
    ];
}
