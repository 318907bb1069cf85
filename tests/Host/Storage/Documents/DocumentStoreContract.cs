using Microsoft.Extensions.Time.Testing;
using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

/// <summary>What every document store does. Each adapter's suite derives from this.</summary>
public abstract partial class DocumentStoreContract : IAsyncLifetime
{
    private const string Round = "2021-1";

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2021, 3, 29, 8, 0, 0, TimeSpan.Zero));

    protected abstract IDocumentStore Store { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>The next ids of the container's change feed, from a continuation on; none when the end is reached.</summary>
    protected abstract Task<(IReadOnlyList<string> Ids, string Continuation)> ReadFeedAsync(string container, string? continuation, int max);

    [Fact]
    public async Task What_is_created_is_read_with_the_same_etag()
    {
        var created = await Store.CreateAsync(new Thing(Round, "a", "blå"), Cancel);
        var found = await Store.FindAsync<Thing>(Round, "a", Cancel);

        Assert.Equal(created, found);
        Assert.DoesNotContain('"', created.ETag);
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        Assert.Null(await Store.FindAsync<Thing>(Round, "a", Cancel));
    }

    [Fact]
    public async Task An_id_is_taken_once_within_its_partition_whatever_the_kind()
    {
        await Store.CreateAsync(new Thing(Round, "a", "first"), Cancel);

        await Assert.ThrowsAsync<DocumentExistsException>(() => Store.CreateAsync(new Thing(Round, "a", "second"), Cancel));
        await Assert.ThrowsAsync<DocumentExistsException>(() => Store.CreateAsync(new OtherThing(Round, "a"), Cancel));
        await Store.CreateAsync(new Thing("2021-2", "a", "elsewhere"), Cancel);

        Assert.Equal("first", (await Store.FindAsync<Thing>(Round, "a", Cancel))!.Document.Text);
        Assert.Null(await Store.FindAsync<OtherThing>(Round, "a", Cancel));
    }

    [Fact]
    public async Task Replacing_needs_the_etag_last_given()
    {
        var first = await Store.CreateAsync(new Thing(Round, "a", "first"), Cancel);
        var second = await Store.ReplaceAsync(first.Document with { Text = "second" }, first.ETag, Cancel);

        Assert.NotEqual(first.ETag, second.ETag);
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.ReplaceAsync(first.Document with { Text = "third" }, first.ETag, Cancel));
        Assert.Equal(second, await Store.FindAsync<Thing>(Round, "a", Cancel));
    }

    [Fact]
    public async Task Writing_the_same_again_changes_the_etag()
    {
        var first = await Store.CreateAsync(new Thing(Round, "a", "same"), Cancel);
        var second = await Store.ReplaceAsync(first.Document, first.ETag, Cancel);
        var third = await Store.ReplaceAsync(first.Document, second.ETag, Cancel);

        Assert.Equal(3, new[] { first.ETag, second.ETag, third.ETag }.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not one of ours")]
    [InlineData("ffffffffffffffffffff")]
    public async Task An_etag_that_never_was_changes_nothing(string etag)
    {
        var stored = await Store.CreateAsync(new Thing(Round, "a", "first"), Cancel);

        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.ReplaceAsync(stored.Document with { Text = "second" }, etag, Cancel));
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.DeleteAsync<Thing>(Round, "a", etag, Cancel));
        Assert.Equal(stored, await Store.FindAsync<Thing>(Round, "a", Cancel));
    }

    [Fact]
    public async Task What_is_gone_cannot_be_replaced_or_deleted()
    {
        var stored = await Store.CreateAsync(new Thing(Round, "a", "first"), Cancel);
        await Store.DeleteAsync<Thing>(Round, "a", stored.ETag, Cancel);

        Assert.Null(await Store.FindAsync<Thing>(Round, "a", Cancel));
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.ReplaceAsync(stored.Document, stored.ETag, Cancel));
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.DeleteAsync<Thing>(Round, "a", stored.ETag, Cancel));
    }

    [Fact]
    public async Task What_is_created_again_does_not_answer_to_its_old_etag()
    {
        var before = await Store.CreateAsync(new Thing(Round, "a", "before"), Cancel);
        await Store.DeleteAsync<Thing>(Round, "a", before.ETag, Cancel);
        var after = await Store.CreateAsync(new Thing(Round, "a", "after"), Cancel);

        Assert.NotEqual(before.ETag, after.ETag);
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.ReplaceAsync(before.Document, before.ETag, Cancel));
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_etag_one_wins()
    {
        var stored = await Store.CreateAsync(new Thing(Round, "a", "0"), Cancel);
        var tries = await Task.WhenAll(Enumerable.Range(1, 16).Select(n => Task.Run(async () =>
        {
            try
            {
                return await Store.ReplaceAsync(stored.Document with { Text = $"{n}" }, stored.ETag, Cancel);
            }
            catch (DocumentChangedException)
            {
                return null;
            }
        })));

        var winner = Assert.Single(tries, t => t is not null);
        Assert.Equal(winner, await Store.FindAsync<Thing>(Round, "a", Cancel));
    }

    [Fact]
    public async Task Of_two_creators_of_one_id_one_wins()
    {
        var tries = await Task.WhenAll(Enumerable.Range(1, 16).Select(n => Task.Run(async () =>
        {
            try
            {
                return await Store.CreateAsync(new Thing(Round, "a", $"{n}"), Cancel);
            }
            catch (DocumentExistsException)
            {
                return null;
            }
        })));

        var winner = Assert.Single(tries, t => t is not null);
        Assert.Equal(winner, await Store.FindAsync<Thing>(Round, "a", Cancel));
    }

    [Theory]
    [InlineData("Ærlig talt: blåbærsyltetøy på Grünerløkka 🚚 \"i\" <dag> & 'nå' \\ \u0000\u001f\u2028 \t\r\n")]
    [InlineData("\ud83d\ude9a")]
    [InlineData("")]
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        await Store.CreateAsync(new Thing(Round, "a", text), Cancel);

        Assert.Equal(text, (await Store.FindAsync<Thing>(Round, "a", Cancel))!.Document.Text);
    }

    [Fact]
    public async Task A_document_of_a_megabyte_is_kept_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(n => $"{n % 10}bærekraft"))[..(1024 * 1024)];
        await Store.CreateAsync(new Thing(Round, "a", text), Cancel);

        Assert.Equal(text, (await Store.FindAsync<Thing>(Round, "a", Cancel))!.Document.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("blå")]
    [InlineData("a\n")]
    public async Task An_id_outside_the_alphabet_is_refused(string id)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CreateAsync(new Thing(Round, id, "text"), Cancel));
    }

    [Fact]
    public async Task A_document_of_newer_code_is_refused_and_kept()
    {
        var later = await Store.CreateAsync(new LaterThing(Round, "a", "text", "new"), Cancel);

        var refused = await Assert.ThrowsAsync<DocumentTooNewException>(() => Store.FindAsync<Thing>(Round, "a", Cancel));
        Assert.Contains("upgrade", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DocumentTooNewException>(() => Store.ListAsync<Thing>(Round, new DocumentQuery(), Cancel));
        Assert.Equal(later, await Store.FindAsync<LaterThing>(Round, "a", Cancel));
    }

    [Fact]
    public async Task What_a_sister_version_added_is_left_aside()
    {
        await Store.CreateAsync(new RicherThing(Round, "a", "text", "new"), Cancel);

        Assert.Equal(new Thing(Round, "a", "text"), (await Store.FindAsync<Thing>(Round, "a", Cancel))!.Document);
    }
}
