using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task A_document_is_forgotten_after_its_containers_time_to_live()
    {
        var stored = await Store.CreateAsync(new FleetingThing("kari", "a"), Cancel);

        Clock.Advance(Containers.RequestsTimeToLive - TimeSpan.FromSeconds(1));
        Assert.Equal(stored, await Store.FindAsync<FleetingThing>("kari", "a", Cancel));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Store.FindAsync<FleetingThing>("kari", "a", Cancel));
        Assert.Empty((await Store.ListAsync<FleetingThing>("kari", new DocumentQuery(), Cancel)).Items);
        Assert.Empty((await Store.ListAcrossAsync<FleetingThing>(new DocumentQuery(), Cancel)).Items);
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.ReplaceAsync(stored.Document, stored.ETag, Cancel));
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.DeleteAsync<FleetingThing>("kari", "a", stored.ETag, Cancel));
    }

    [Fact]
    public async Task A_documents_own_time_to_live_comes_first()
    {
        await Store.CreateAsync(new BriefThing("bilhuset", "short", 5), Cancel);
        await Store.CreateAsync(new BriefThing("bilhuset", "long", 30 * 86_400), Cancel);
        await Store.CreateAsync(new BriefThing("bilhuset", "forever", -1), Cancel);

        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await Store.FindAsync<BriefThing>("bilhuset", "short", Cancel));

        Clock.Advance(TimeSpan.FromDays(29));
        Assert.NotNull(await Store.FindAsync<BriefThing>("bilhuset", "long", Cancel));

        Clock.Advance(TimeSpan.FromDays(36_500));
        Assert.Equal(
            ["forever"], (await Store.ListAsync<BriefThing>("bilhuset", new DocumentQuery(), Cancel)).Items.Select(i => i.Document.ThingId));
    }

    [Fact]
    public async Task A_write_lets_the_time_to_live_begin_again()
    {
        var stored = await Store.CreateAsync(new FleetingThing("kari", "a"), Cancel);
        Clock.Advance(TimeSpan.FromDays(6));
        await Store.ReplaceAsync(stored.Document, stored.ETag, Cancel);
        Clock.Advance(TimeSpan.FromDays(6));

        Assert.NotNull(await Store.FindAsync<FleetingThing>("kari", "a", Cancel));
    }

    [Fact]
    public async Task The_id_of_a_forgotten_document_is_free()
    {
        await Store.CreateAsync(new FleetingThing("kari", "a"), Cancel);
        Clock.Advance(Containers.RequestsTimeToLive);

        await Store.CreateAsync(new FleetingThing("kari", "a"), Cancel);

        Assert.NotNull(await Store.FindAsync<FleetingThing>("kari", "a", Cancel));
    }

    [Fact]
    public async Task Without_a_time_to_live_a_document_stays()
    {
        await Store.CreateAsync(new Thing(Round, "a", "text"), Cancel);
        Clock.Advance(TimeSpan.FromDays(36_500));

        Assert.NotNull(await Store.FindAsync<Thing>(Round, "a", Cancel));
    }

    [Fact]
    public async Task The_change_feed_tells_each_latest_version_in_the_order_of_its_partitions_commits()
    {
        var a = await Store.CreateAsync(new Thing(Round, "a", "1"), Cancel);
        await Store.CreateAsync(new Thing("2021-2", "b", "1"), Cancel);
        await Store.CreateAsync(new FleetingThing("kari", "elsewhere"), Cancel);
        await Store.CreateAsync(new OtherThing(Round, "c"), Cancel);
        await Store.ReplaceAsync(a.Document with { Text = "2" }, a.ETag, Cancel);

        var (ids, continuation) = await ReadFeedToItsEndAsync(Containers.Rounds, null);
        Assert.Equal(["a", "b", "c"], ids.Order(StringComparer.Ordinal));
        Assert.Equal(["c", "a"], ids.Where(id => id != "b"));

        var b = await Store.FindAsync<Thing>("2021-2", "b", Cancel);
        await Store.ReplaceAsync(b!.Document, b.ETag, Cancel);
        Assert.Equal(["b"], (await ReadFeedToItsEndAsync(Containers.Rounds, continuation)).Ids);
    }

    private async Task<(IReadOnlyList<string> Ids, string Continuation)> ReadFeedToItsEndAsync(string container, string? continuation)
    {
        List<string> ids = [];
        while (true)
        {
            var page = await ReadFeedAsync(container, continuation, 100);
            continuation = page.Continuation;
            if (page.Ids is [])
            {
                return (ids, continuation);
            }

            ids.AddRange(page.Ids);
        }
    }

    [Fact]
    public async Task The_change_feed_is_read_in_pages_and_again_from_where_one_stood()
    {
        await GivenThingsAsync(Round, "e", "d", "c", "b", "a");

        var first = await ReadFeedAsync(Containers.Rounds, null, 2);
        var second = await ReadFeedAsync(Containers.Rounds, first.Continuation, 2);
        var third = await ReadFeedAsync(Containers.Rounds, second.Continuation, 2);
        var end = await ReadFeedAsync(Containers.Rounds, third.Continuation, 2);

        Assert.Equal(["e", "d"], first.Ids);
        Assert.Equal(["c", "b"], second.Ids);
        Assert.Equal(["a"], third.Ids);
        Assert.Empty(end.Ids);
        Assert.Equal(second.Ids, (await ReadFeedAsync(Containers.Rounds, first.Continuation, 2)).Ids);
        await GivenThingsAsync(Round, "f");
        Assert.Equal(["f"], (await ReadFeedAsync(Containers.Rounds, end.Continuation, 2)).Ids);
    }
}
