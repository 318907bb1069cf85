using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

public abstract partial class DocumentStoreContract
{
    private const string IdAlphabet = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData(1000, false)]
    [InlineData(7, false)]
    [InlineData(7, true)]
    public async Task Every_character_of_an_id_sorts_by_its_code(int pageSize, bool descending)
    {
        var ids = IdAlphabet.Select(c => $"x{c}").Append("x").Append("x-.").Append("x--").ToArray();
        await GivenThingsAsync(Round, [.. ids.OrderBy(id => id[^1] % 7)]);
        await GivenThingsAsync(Round, "w", "y", "X-");
        var expected = ids.Order(StringComparer.Ordinal).Select(id => $"{Round}/{id}");

        var within = await AllIdsAsync(
            c => Store.ListAsync<Thing>(Round, new DocumentQuery(IdPrefix: "x", Continuation: c, PageSize: pageSize, Descending: descending), Cancel), pageSize);
        var across = await AllIdsAsync(
            c => Store.ListAcrossAsync<Thing>(new DocumentQuery(IdPrefix: "x", Continuation: c, PageSize: pageSize, Descending: descending), Cancel), pageSize);

        Assert.Equal(descending ? expected.Reverse() : expected, within);
        Assert.Equal(within, across);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a\\b")]
    [InlineData("%2e")]
    public async Task An_id_that_an_address_would_swallow_is_refused_and_never_found(string id)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CreateAsync(new Thing(Round, id, "text"), Cancel));

        Assert.Null(await Store.FindAsync<Thing>(Round, id, Cancel));
        await Assert.ThrowsAsync<DocumentChangedException>(() => Store.DeleteAsync<Thing>(Round, id, "1", Cancel));
    }

    [Theory]
    [InlineData("../rounds")]
    [InlineData("Ærlig talt, \"blå\" / \\ ? # % 🚚")]
    [InlineData(" ")]
    public async Task A_partition_key_may_be_any_text(string partition)
    {
        var stored = await Store.CreateAsync(new Thing(partition, "a", "here"), Cancel);
        await Store.CreateAsync(new Thing(Round, "a", "there"), Cancel);

        Assert.Equal(stored, await Store.FindAsync<Thing>(partition, "a", Cancel));
        Assert.Equal(stored, Assert.Single((await Store.ListAsync<Thing>(partition, new DocumentQuery(), Cancel)).Items));
        Assert.Equal(2, (await AllIdsAsync(c => Store.ListAcrossAsync<Thing>(new DocumentQuery(Continuation: c, PageSize: 1), Cancel), 1)).Count);
    }

    [Fact]
    public async Task Under_a_partition_key_that_cannot_be_there_is_nothing()
    {
        var tooLong = new string('x', 2049);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CreateAsync(new Thing("", "a", "text"), Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CreateAsync(new Thing(tooLong, "a", "text"), Cancel));
        Assert.Null(await Store.FindAsync<Thing>("", "a", Cancel));
        Assert.Null(await Store.FindAsync<Thing>(tooLong, "a", Cancel));
        Assert.Empty((await Store.ListAsync<Thing>(tooLong, new DocumentQuery(), Cancel)).Items);
    }
}
