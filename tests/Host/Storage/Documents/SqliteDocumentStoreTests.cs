using System.Text.Json;
using Samkjop.Embedded.Storage;
using Samkjop.Host.Storage;
using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    private readonly TempFolder _folder = new();
    private SqliteFile _file = null!;
    private SqliteChangeFeed _feed = null!;

    protected override IDocumentStore Store => new SqliteDocumentStore(_file, Clock, _feed);

    public override ValueTask InitializeAsync()
    {
        _file = SqliteFile.Open(_folder.File("state.db"), new SqliteFileOptions { FullSync = false });
        _feed = new SqliteChangeFeed(_file, Clock);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _folder.Dispose();
    }

    protected override async Task<(IReadOnlyList<string> Ids, string Continuation)> ReadFeedAsync(string container, string? continuation, int max)
    {
        var page = await _feed.ReadAsync(container, continuation, max, TestContext.Current.CancellationToken);
        return ([.. page.Documents.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!)], page.Continuation);
    }

    [Fact]
    public async Task Followers_are_told_of_each_commit_until_they_leave()
    {
        var cancel = TestContext.Current.CancellationToken;
        List<string> told = [];
        var store = Store;
        using (_feed.Subscribe(told.Add))
        {
            var stored = await store.CreateAsync(new Thing("2021-1", "a", "1"), cancel);
            await store.ReplaceAsync(stored.Document, stored.ETag, cancel);
            await Assert.ThrowsAsync<DocumentExistsException>(() => store.CreateAsync(new Thing("2021-1", "a", "2"), cancel));
        }

        await store.CreateAsync(new Thing("2021-1", "b", "1"), cancel);

        Assert.Equal([Containers.Rounds, Containers.Rounds], told);
    }

    [Fact]
    public async Task What_was_written_is_there_after_the_file_was_opened_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        var stored = await Store.CreateAsync(new Thing("2021-1", "a", "1"), cancel);
        await Store.DeleteAsync<Thing>("2021-1", "a", stored.ETag, cancel);
        await _file.DisposeAsync();
        await InitializeAsync();

        var again = await Store.CreateAsync(new Thing("2021-1", "a", "2"), cancel);

        Assert.NotEqual(stored.ETag, again.ETag);
        Assert.Equal(again, await Store.FindAsync<Thing>("2021-1", "a", cancel));
    }

    [Fact]
    public async Task What_has_expired_leaves_the_file()
    {
        var cancel = TestContext.Current.CancellationToken;
        await Store.CreateAsync(new FleetingThing("kari", "a"), cancel);
        Clock.Advance(Containers.RequestsTimeToLive);
        await Store.CreateAsync(new FleetingThing("ola", "b"), cancel);

        Assert.Equal(1, _file.Read(session => session.Scalar<long>("SELECT COUNT(*) FROM doc_documents")));
    }

    [Fact]
    public async Task A_body_leads_with_what_it_is_found_by()
    {
        await Store.CreateAsync(new Thing("2021-1", "a", "text") { Word = "pending" }, TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"id":"a","roundId":"2021-1","kind":"thing","schemaVersion":2,"mark":"pending","thingId":"a","text":"text","word":"pending"}""",
            _file.Read(session => session.Scalar<string>("SELECT body FROM doc_documents")));
    }
}
