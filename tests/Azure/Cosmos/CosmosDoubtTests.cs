using Microsoft.Extensions.Time.Testing;
using Samkjop.Ports;
using Samkjop.Tests.Host.Storage;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Writes that were carried out, and whose answers never came.</summary>
public sealed class CosmosDoubtTests : IAsyncDisposable
{
    private readonly CosmosServer _server = new(new FakeTimeProvider());
    private readonly CosmosApp _app;

    public CosmosDoubtTests() => _app = new CosmosApp(_server);

    private IDocumentStore Store => _app.Store;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_create_is_sent_once_and_told_as_doubtful()
    {
        _server.Faults.Next(new CosmosFault.AnswerLost());

        var doubtful = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.CreateAsync(new Thing("2021-1", "a", "mine")));

        Assert.Contains("may have been changed", doubtful.Message, StringComparison.Ordinal);
        Assert.Single(_server.Log.Data, request => request.Operation == "create_item");
        await Assert.ThrowsAsync<DocumentExistsException>(() => Store.CreateAsync(new Thing("2021-1", "a", "mine")));
        Assert.Equal("mine", (await Store.FindAsync<Thing>("2021-1", "a"))!.Document.Text);
    }

    [Fact]
    public async Task A_replacement_is_sent_once_and_told_as_doubtful()
    {
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "before"));
        _server.Faults.Next(new CosmosFault.AnswerLost());

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.ReplaceAsync(stored.Document with { Text = "after" }, stored.ETag));

        Assert.Single(_server.Log.Data, request => request.Operation == "replace_item");
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.ReplaceAsync(stored.Document with { Text = "after" }, stored.ETag));
        Assert.Equal("after", (await Store.FindAsync<Thing>("2021-1", "a"))!.Document.Text);
    }

    [Fact]
    public async Task A_deletion_is_sent_once_and_told_as_doubtful()
    {
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"));
        _server.Faults.Next(new CosmosFault.AnswerLost());

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.DeleteAsync<Thing>("2021-1", "a", stored.ETag));

        Assert.Single(_server.Log.Data, request => request.Operation == "delete_item");
        Assert.Null(await Store.FindAsync<Thing>("2021-1", "a"));
    }

    /// <summary>The client is warm, so that its patience ends while it waits for the answer.</summary>
    [Fact]
    public async Task A_create_that_is_never_answered_is_told_as_doubtful_too()
    {
        await using var impatient = new CosmosApp(_server, TimeSpan.FromSeconds(2));
        await WarmAsync(impatient.Store);
        _server.Faults.Next(new CosmosFault.SilentAfter());

        var doubtful = await Assert.ThrowsAsync<StoreUnavailableException>(() => impatient.Store.CreateAsync(new Thing("2021-1", "a", "mine")));

        Assert.Contains("may have been changed", doubtful.Message, StringComparison.Ordinal);
        Assert.Equal("mine", (await Store.FindAsync<Thing>("2021-1", "a"))!.Document.Text);
    }

    private static async Task WarmAsync(IDocumentStore store)
    {
        for (var warm = false; !warm;)
        {
            try
            {
                await store.FindAsync<Thing>("2021-1", "a");
                warm = true;
            }
            catch (StoreUnavailableException)
            {
            }
        }
    }

    [Fact]
    public async Task A_read_whose_answer_was_lost_is_simply_sent_again()
    {
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"));
        _server.Faults.Next(new CosmosFault.AnswerLost());
        Assert.Equal(stored, await Store.FindAsync<Thing>("2021-1", "a"));

        _server.Faults.Next(new CosmosFault.AnswerLost());
        Assert.Equal(stored, Assert.Single((await Store.ListAsync<Thing>("2021-1", new DocumentQuery())).Items));
    }
}
