using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

public abstract partial class DocumentStoreContract
{
    private async Task GivenThingsAsync(string partition, params string[] ids)
    {
        foreach (var id in ids)
        {
            await Store.CreateAsync(new Thing(partition, id, id), Cancel);
        }
    }

    private async Task<List<string>> AllIdsAsync(Func<string?, Task<DocumentPage<Thing>>> page, int pageSize)
    {
        List<string> ids = [];
        string? continuation = null;
        do
        {
            var read = await page(continuation);
            Assert.InRange(read.Items.Count, 0, pageSize);
            ids.AddRange(read.Items.Select(i => $"{i.Document.RoundId}/{i.Document.ThingId}"));
            continuation = read.Continuation;
        }
        while (continuation is not null);

        return ids;
    }

    [Fact]
    public async Task A_list_holds_one_kind_of_one_partition_in_the_order_of_ids()
    {
        await GivenThingsAsync(Round, "b", "a-10", "B", "a-2", "a_1", "a.1");
        await GivenThingsAsync("2021-2", "c");
        await Store.CreateAsync(new OtherThing(Round, "d"), Cancel);

        var page = await Store.ListAsync<Thing>(Round, new DocumentQuery(), Cancel);

        Assert.Equal(["B", "a-10", "a-2", "a.1", "a_1", "b"], page.Items.Select(i => i.Document.ThingId));
        Assert.Null(page.Continuation);
        Assert.Equal(await Store.FindAsync<Thing>(Round, "b", Cancel), page.Items[^1]);
    }

    [Fact]
    public async Task A_list_can_run_from_the_last_id_to_the_first()
    {
        await GivenThingsAsync(Round, "a-1", "a-2", "a-3", "b-1");

        var ids = await AllIdsAsync(c => Store.ListAsync<Thing>(Round, new DocumentQuery(IdPrefix: "a-", Continuation: c, PageSize: 2, Descending: true), Cancel), 2);

        Assert.Equal(["2021-1/a-3", "2021-1/a-2", "2021-1/a-1"], ids);
    }

    [Fact]
    public async Task A_list_by_prefix_holds_exactly_the_ids_that_begin_so()
    {
        await GivenThingsAsync(Round, "lot", "lot-1", "lot-1.sub", "lot-2", "lou", "los", "Lot-3");

        var page = await Store.ListAsync<Thing>(Round, new DocumentQuery(IdPrefix: "lot-"), Cancel);

        Assert.Equal(["lot-1", "lot-1.sub", "lot-2"], page.Items.Select(i => i.Document.ThingId));
    }

    [Fact]
    public async Task A_list_by_mark_follows_the_mark()
    {
        var stored = await Store.CreateAsync(new Thing(Round, "a", "") { Word = "pending" }, Cancel);
        await Store.CreateAsync(new Thing(Round, "b", "") { Word = "open" }, Cancel);
        await Store.CreateAsync(new Thing(Round, "c", ""), Cancel);
        await Store.CreateAsync(new Thing("2021-2", "a", "") { Word = "pending" }, Cancel);

        Assert.Equal(["a"], (await Store.ListAsync<Thing>(Round, new DocumentQuery(Mark: "pending"), Cancel)).Items.Select(i => i.Document.ThingId));
        Assert.Equal(2, (await Store.ListAcrossAsync<Thing>(new DocumentQuery(Mark: "pending"), Cancel)).Items.Count);

        await Store.ReplaceAsync(stored.Document with { Word = null }, stored.ETag, Cancel);

        Assert.Empty((await Store.ListAsync<Thing>(Round, new DocumentQuery(Mark: "pending"), Cancel)).Items);
        Assert.Equal("2021-2", Assert.Single((await Store.ListAcrossAsync<Thing>(new DocumentQuery(Mark: "pending"), Cancel)).Items).Document.RoundId);
    }

    [Fact]
    public async Task A_mark_may_be_any_text()
    {
        const string Mark = "need/need-1#2 blå \"';--";
        await Store.CreateAsync(new Thing(Round, "a", "") { Word = Mark }, Cancel);

        Assert.Single((await Store.ListAsync<Thing>(Round, new DocumentQuery(Mark: Mark), Cancel)).Items);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Pages_hold_each_document_once(int pageSize)
    {
        var ids = Enumerable.Range(1, 21).Select(n => $"thing-{n:D3}").ToArray();
        await GivenThingsAsync(Round, ids);

        var read = await AllIdsAsync(c => Store.ListAsync<Thing>(Round, new DocumentQuery(Continuation: c, PageSize: pageSize), Cancel), pageSize);

        Assert.Equal(ids.Select(id => $"{Round}/{id}"), read);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_list_across_runs_by_partition_and_id(bool descending)
    {
        await GivenThingsAsync("2021-2", "a", "b");
        await GivenThingsAsync("2021-1", "b", "c");
        await GivenThingsAsync("2021-10", "a");
        await Store.CreateAsync(new OtherThing("2021-1", "a"), Cancel);
        string[] expected = ["2021-1/b", "2021-1/c", "2021-10/a", "2021-2/a", "2021-2/b"];

        var read = await AllIdsAsync(c => Store.ListAcrossAsync<Thing>(new DocumentQuery(Continuation: c, PageSize: 2, Descending: descending), Cancel), 2);

        Assert.Equal(descending ? expected.Reverse() : expected, read);
    }

    [Fact]
    public async Task What_is_created_or_deleted_between_pages_disturbs_no_other()
    {
        await GivenThingsAsync(Round, "b", "d", "f");
        var first = await Store.ListAsync<Thing>(Round, new DocumentQuery(PageSize: 2), Cancel);
        await GivenThingsAsync(Round, "a", "e");
        var d = await Store.FindAsync<Thing>(Round, "d", Cancel);
        await Store.DeleteAsync<Thing>(Round, "d", d!.ETag, Cancel);

        var second = await Store.ListAsync<Thing>(Round, new DocumentQuery(PageSize: 2, Continuation: first.Continuation), Cancel);

        Assert.Equal(["e", "f"], second.Items.Select(i => i.Document.ThingId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("abcd")]
    public async Task A_continuation_that_was_never_given_is_refused(string continuation)
    {
        await GivenThingsAsync(Round, "a", "b");

        await Assert.ThrowsAsync<InvalidContinuationException>(() => Store.ListAsync<Thing>(Round, new DocumentQuery(Continuation: continuation), Cancel));
        await Assert.ThrowsAsync<InvalidContinuationException>(() => Store.ListAcrossAsync<Thing>(new DocumentQuery(Continuation: continuation), Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task An_absurd_page_size_is_refused(int pageSize)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ListAsync<Thing>(Round, new DocumentQuery(PageSize: pageSize), Cancel));
    }
}
