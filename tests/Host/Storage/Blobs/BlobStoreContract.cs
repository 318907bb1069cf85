using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

/// <summary>What every blob store does. Each adapter's suite derives from this.</summary>
public abstract class BlobStoreContract : IAsyncLifetime
{
    private const string Records = BlobContainers.Records;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2021, 5, 3, 10, 0, 0, TimeSpan.Zero));

    protected abstract IBlobStore Store { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Uploads with a ticket as a supplier does, and gives the HTTP status.</summary>
    protected abstract Task<int> UploadAsync(UploadTicket ticket, byte[] content, bool withHeaders = true);

    private Task<BlobProperties> CreateAsync(string name, string text = "innhold") =>
        Store.CreateAsync(Records, name, Encoding.UTF8.GetBytes(text), "text/plain", Cancel);

    private async Task<byte[]> ReadAsync(string container, string name)
    {
        await using var stream = await Store.OpenReadAsync(container, name, Cancel);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, Cancel);
        return buffer.ToArray();
    }

    [Fact]
    public async Task What_is_created_is_found_listed_and_read()
    {
        var created = await CreateAsync("2021-1/protokoll.html", "Blåbær");
        var bytes = Encoding.UTF8.GetBytes("Blåbær");

        Assert.Equal(bytes.Length, created.Size);
        Assert.Equal(Instant.FromDateTimeOffset(Clock.GetUtcNow()), created.CommittedAt);
        Assert.True(created.Sha256 is null || created.Sha256 == Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(created, await Store.FindAsync(Records, "2021-1/protokoll.html", Cancel));
        Assert.Equal([created], await Store.ListAsync(Records, "", Cancel).ToListAsync(Cancel));
        Assert.Equal(bytes, await ReadAsync(Records, "2021-1/protokoll.html"));
    }

    [Fact]
    public async Task What_is_not_there_is_null_or_says_so()
    {
        Assert.Null(await Store.FindAsync(Records, "a", Cancel));
        await Assert.ThrowsAsync<BlobMissingException>(() => Store.OpenReadAsync(Records, "a", Cancel));
        Assert.Empty(await Store.ListAsync(Records, "", Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_name_is_taken_once_and_its_content_stays()
    {
        var first = await CreateAsync("a", "first");
        Clock.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<BlobExistsException>(() => CreateAsync("a", "second"));

        Assert.Equal(first, await Store.FindAsync(Records, "a", Cancel));
        Assert.Equal("first"u8.ToArray(), await ReadAsync(Records, "a"));
    }

    [Fact]
    public async Task Of_two_creators_of_one_name_one_wins()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            try
            {
                return await CreateAsync("a", $"{n}") is not null ? n : -1;
            }
            catch (BlobExistsException)
            {
                return -1;
            }
        })));

        var winner = Assert.Single(tries, n => n >= 0);
        Assert.Equal(Encoding.UTF8.GetBytes($"{winner}"), await ReadAsync(Records, "a"));
    }

    [Fact]
    public async Task A_list_holds_the_names_that_begin_so_in_order()
    {
        foreach (var name in (string[])["2021-1/b", "2021-10/a", "2021-1/a/2", "2021-1/a/10", "2021-2/a"])
        {
            await CreateAsync(name);
        }

        await Store.CreateAsync(BlobContainers.Bids, "2021-1/elsewhere", "x"u8.ToArray(), "text/plain", Cancel);

        Assert.Equal(
            ["2021-1/a/10", "2021-1/a/2", "2021-1/b"],
            await Store.ListAsync(Records, "2021-1/", Cancel).Select(b => b.Name).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("2021-1/Tilbud på varebil (endelig).pdf")]
    [InlineData("2021-1/100%25/æøå")]
    [InlineData("2021-1/.hidden")]
    public async Task A_name_of_any_letters_comes_back_as_it_was(string name)
    {
        await CreateAsync(name);

        Assert.Equal([name], await Store.ListAsync(Records, "2021-1/", Cancel).Select(b => b.Name).ToListAsync(Cancel));
        Assert.Equal("innhold"u8.ToArray(), await ReadAsync(Records, name));
    }

    [Fact]
    public async Task An_upload_with_a_ticket_creates_the_blob_at_the_instant_of_its_commit()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "2021-1/s/b/d", Duration.FromMinutes(15), Cancel);
        Assert.Equal("PUT", ticket.Method);
        Assert.Equal("BlockBlob", ticket.Headers["x-ms-blob-type"]);
        Assert.Equal(Instant.FromUtc(2021, 5, 3, 10, 15), ticket.ExpiresAt);
        Assert.Equal(BlobContainers.MaxUploadBytes, ticket.MaxBytes);
        Assert.Null(await Store.FindAsync(BlobContainers.Bids, "2021-1/s/b/d", Cancel));

        Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(201, await UploadAsync(ticket, [1, 2, 3]));

        var blob = await Store.FindAsync(BlobContainers.Bids, "2021-1/s/b/d", Cancel);
        Assert.Equal(3, blob!.Size);
        Assert.Equal(Instant.FromUtc(2021, 5, 3, 10, 14), blob.CommittedAt);
        Assert.Equal([1, 2, 3], await ReadAsync(BlobContainers.Bids, "2021-1/s/b/d"));
    }

    [Fact]
    public async Task A_ticket_creates_once()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);
        await UploadAsync(ticket, [1]);

        // The folder says that the blob exists; Azure says that the URL allows no overwriting.
        Assert.Contains(await UploadAsync(ticket, [2]), (int[])[403, 409]);
        Assert.Equal([1], await ReadAsync(BlobContainers.Bids, "a"));
    }

    [Fact]
    public async Task An_expired_ticket_creates_nothing()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);
        Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(403, await UploadAsync(ticket, [1]));
        Assert.Null(await Store.FindAsync(BlobContainers.Bids, "a", Cancel));
    }

    [Theory]
    [InlineData("/a?", "/b?")]
    [InlineData("/bids/", "/records/")]
    [InlineData("se=2021", "se=2031")]
    [InlineData("sig=", "sig=A")]
    [InlineData("sig=", "signature=")]
    public async Task An_altered_ticket_creates_nothing(string part, string altered)
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);
        var forged = new Uri(ticket.Url.AbsoluteUri.Replace(part, altered, StringComparison.Ordinal));

        Assert.Equal(403, await UploadAsync(ticket with { Url = forged }, [1]));
        Assert.Empty(await Store.ListAsync(BlobContainers.Bids, "", Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task An_upload_without_its_headers_creates_nothing()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);

        Assert.Equal(400, await UploadAsync(ticket, [1], withHeaders: false));
        Assert.Null(await Store.FindAsync(BlobContainers.Bids, "a", Cancel));
    }

    [Fact]
    public async Task An_upload_above_the_stated_size_is_taken_so_that_it_gets_a_receipt()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);

        Assert.Equal(201, await UploadAsync(ticket, new byte[ticket.MaxBytes + 1]));
        Assert.Equal(ticket.MaxBytes + 1, (await Store.FindAsync(BlobContainers.Bids, "a", Cancel))!.Size);
    }

    [Fact]
    public async Task An_empty_upload_is_a_blob_of_no_bytes()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);

        Assert.Equal(201, await UploadAsync(ticket, []));
        Assert.Equal(0, (await Store.FindAsync(BlobContainers.Bids, "a", Cancel))!.Size);
    }
}
