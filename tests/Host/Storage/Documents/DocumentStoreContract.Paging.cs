using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task A_page_holds_a_thousand()
    {
        var ids = Enumerable.Range(1, 1001).Select(n => $"thing-{n:D4}").ToArray();
        await GivenThingsAsync(Round, ids);

        var first = await Store.ListAsync<Thing>(Round, new DocumentQuery(PageSize: 1000), Cancel);
        var second = await Store.ListAsync<Thing>(Round, new DocumentQuery(PageSize: 1000, Continuation: first.Continuation), Cancel);
        var across = await Store.ListAcrossAsync<Thing>(new DocumentQuery(PageSize: 1000), Cancel);

        Assert.Equal(ids[..1000], first.Items.Select(i => i.Document.ThingId));
        Assert.Equal(ids[1000..], second.Items.Select(i => i.Document.ThingId));
        Assert.Null(second.Continuation);
        Assert.Equal(first.Items, across.Items);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_stood_when_paging_began_is_seen_once_whatever_is_written_meanwhile(bool descending)
    {
        string[] partitions = ["2021-1", "2021-10", "2021-2"];
        foreach (var partition in partitions)
        {
            await GivenThingsAsync(partition, "b", "d", "f");
        }

        List<string> seen = [];
        string? continuation = null;
        for (var page = 0; page == 0 || continuation is not null; page++)
        {
            var read = await Store.ListAcrossAsync<Thing>(new DocumentQuery(Continuation: continuation, PageSize: 2, Descending: descending), Cancel);
            seen.AddRange(read.Items.Select(i => $"{i.Document.RoundId}/{i.Document.ThingId}"));
            continuation = read.Continuation;
            await GivenThingsAsync(partitions[page % 3], $"a{page}", $"c{page}", $"g{page}");
            var last = read.Items[^1];
            await Store.ReplaceAsync(last.Document with { Text = "written again" }, last.ETag, Cancel);
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(
            partitions.SelectMany(p => new[] { $"{p}/b", $"{p}/d", $"{p}/f" }).Order(StringComparer.Ordinal),
            seen.Where(key => key[^2] == '/').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_expires_between_pages_is_not_on_the_next()
    {
        await Store.CreateAsync(new BriefThing("bilhuset", "a", 100), Cancel);
        await Store.CreateAsync(new BriefThing("bilhuset", "b", 5), Cancel);
        await Store.CreateAsync(new BriefThing("bilhuset", "c", 100), Cancel);

        var first = await Store.ListAsync<BriefThing>("bilhuset", new DocumentQuery(PageSize: 1), Cancel);
        Clock.Advance(TimeSpan.FromSeconds(5));
        var second = await Store.ListAsync<BriefThing>("bilhuset", new DocumentQuery(PageSize: 1, Continuation: first.Continuation), Cancel);

        Assert.Equal("c", Assert.Single(second.Items).Document.ThingId);
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task A_continuation_of_one_list_reaches_no_further_in_another()
    {
        await GivenThingsAsync(Round, "a-1", "a-2", "b-1", "b-2");
        var first = await Store.ListAsync<Thing>(Round, new DocumentQuery(IdPrefix: "a-", PageSize: 1), Cancel);

        var other = await Store.ListAsync<Thing>(Round, new DocumentQuery(IdPrefix: "b-", PageSize: 10, Continuation: first.Continuation), Cancel);
        var backwards = await Store.ListAsync<Thing>(Round, new DocumentQuery(IdPrefix: "b-", Descending: true, Continuation: first.Continuation), Cancel);

        Assert.Equal(["b-1", "b-2"], other.Items.Select(i => i.Document.ThingId));
        Assert.Empty(backwards.Items);
    }
}
