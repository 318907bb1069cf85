using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Storage;
using Samkjop.Host.Storage;
using Samkjop.Ports;

namespace Samkjop.Tests.Host.Storage;

public sealed class FolderBlobStoreTests : BlobStoreContract
{
    private static readonly HttpClient Http = new();

    private readonly TempFolder _folder = new();
    private readonly FakeQueues _queues = new();
    private SqliteFile _file = null!;
    private FolderBlobStore _store = null!;
    private WebApplication _web = null!;

    protected override IBlobStore Store => _store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FolderBlobStoreOptions Options => new()
    {
        Folder = _folder.File("blobs"), Address = () => new Uri(_web.Urls.Single()), FlushToDisk = false, HardMaxBytes = 60 * 1024 * 1024,
    };

    public override async ValueTask InitializeAsync()
    {
        _file = SqliteFile.Open(_folder.File("state.db"), new SqliteFileOptions { FullSync = false });
        var signer = await UploadSigner.CreateAsync(new FolderSecretStore(_folder.File("secrets")), Cancel);
        _store = new FolderBlobStore(_file, Clock, signer, Options);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails();
        _web = builder.Build();
        _web.Urls.Add("http://127.0.0.1:0");
        new UploadEndpoint(_store, signer, Clock, _queues, Options, NullLogger<UploadEndpoint>.Instance).Map(_web);
        await _web.StartAsync(Cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _file.DisposeAsync();
        _folder.Dispose();
    }

    protected override async Task<int> UploadAsync(UploadTicket ticket, byte[] content, bool withHeaders = true) =>
        (int)(await SendAsync(ticket, content, withHeaders)).StatusCode;

    private static async Task<HttpResponseMessage> SendAsync(UploadTicket ticket, byte[] content, bool withHeaders = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(ticket.Method), ticket.Url) { Content = new ByteArrayContent(content) };
        foreach (var (header, value) in withHeaders ? ticket.Headers : new Dictionary<string, string>())
        {
            request.Headers.Add(header, value);
        }

        return await Http.SendAsync(request, Cancel);
    }

    private void Restart() => _store = new FolderBlobStore(_file, Clock, new UploadSigner(new byte[32]), Options);

    [Fact]
    public async Task A_committed_bid_document_is_told_as_event_grid_does()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "2021-1/s/b/d", Duration.FromMinutes(15), Cancel);
        await SendAsync(ticket, [1, 2, 3]);

        var (queue, message) = Assert.Single(_queues.Messages);
        var told = JsonDocument.Parse(message).RootElement;
        Assert.Equal("bid-uploads", queue);
        Assert.Equal("Microsoft.Storage.BlobCreated", told.GetProperty("eventType").GetString());
        Assert.Equal("/blobServices/default/containers/bids/blobs/2021-1/s/b/d", told.GetProperty("subject").GetString());
        Assert.Equal(3, told.GetProperty("data").GetProperty("contentLength").GetInt64());
        Assert.Equal($"{_web.Urls.Single()}/blobs/bids/2021-1/s/b/d", told.GetProperty("data").GetProperty("url").GetString());
        Assert.StartsWith("0x", told.GetProperty("data").GetProperty("eTag").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_and_its_message_are_one_commit()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);
        _queues.Fails = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(ticket, [1])).StatusCode);
        Assert.Null(await Store.FindAsync(BlobContainers.Bids, "a", Cancel));

        _queues.Fails = false;
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ticket, [1])).StatusCode);
        Assert.Single(_queues.Messages);
        Assert.Equal(1, _queues.Told);
    }

    [Fact]
    public async Task A_refusal_says_what_to_do()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);
        await SendAsync(ticket, [1]);
        var refusal = await SendAsync(ticket, [1]);

        Assert.Equal("BlobAlreadyExists", refusal.Headers.GetValues("x-ms-error-code").Single());
        Assert.Equal("application/problem+json", refusal.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await refusal.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal("/problems/upload-exists", problem.GetProperty("type").GetString());
        Assert.Contains("new URL", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_beyond_all_measure_is_refused_and_leaves_nothing()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(ticket, new byte[Options.HardMaxBytes + 1])).StatusCode);
        Assert.Null(await Store.FindAsync(BlobContainers.Bids, "a", Cancel));
        Assert.Empty(Directory.GetFiles(_folder.File("blobs"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_disk_that_fails_gives_503_and_keeps_the_ticket_good()
    {
        var ticket = await Store.IssueUploadAsync(BlobContainers.Bids, "a", Duration.FromMinutes(15), Cancel);
        Directory.Delete(_folder.File("blobs/.incoming"));
        var refusal = await SendAsync(ticket, [1]);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refusal.StatusCode);
        Assert.NotNull(refusal.Headers.RetryAfter);
        Directory.CreateDirectory(_folder.File("blobs/.incoming"));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ticket, [1])).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    public async Task A_name_with_an_empty_part_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(BlobContainers.Records, name, default, "text/plain", Cancel));
    }

    [Theory]
    [InlineData("../state.db")]
    [InlineData("a/../../../state.db")]
    [InlineData("..\\state.db")]
    [InlineData(".")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        await Store.CreateAsync(BlobContainers.Records, name, "x"u8.ToArray(), "text/plain", Cancel);

        Assert.Single(Directory.GetFiles(_folder.File("blobs/records"), "*", SearchOption.AllDirectories));
        Assert.Equal([name], await Store.ListAsync(BlobContainers.Records, "", Cancel).Select(b => b.Name).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("Bids")]
    [InlineData("a/b")]
    public async Task A_container_that_is_none_is_refused(string container)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(container, "a", default, "text/plain", Cancel));
    }

    [Fact]
    public async Task A_crash_between_commit_and_move_is_mended_at_the_next_start()
    {
        var blob = await Store.CreateAsync(BlobContainers.Records, "a", "x"u8.ToArray(), "text/plain", Cancel);
        var received = _file.Read(session => session.Scalar<string>("SELECT incoming FROM blob_blobs"))!;
        File.Move(_folder.File("blobs/records/a"), _folder.File($"blobs/.incoming/{received}"));

        await using (var before = await Store.OpenReadAsync(BlobContainers.Records, "a", Cancel))
        {
            Assert.Equal('x', before.ReadByte());
        }

        Restart();

        Assert.True(File.Exists(_folder.File("blobs/records/a")));
        Assert.Equal(blob, await Store.FindAsync(BlobContainers.Records, "a", Cancel));
    }

    [Fact]
    public async Task What_was_received_and_never_committed_is_gone_after_the_next_start()
    {
        await File.WriteAllTextAsync(_folder.File("blobs/.incoming/0123"), "half", Cancel);

        Restart();

        Assert.Empty(Directory.GetFiles(_folder.File("blobs"), "*", SearchOption.AllDirectories));
        Assert.Empty(await Store.ListAsync(BlobContainers.Records, "", Cancel).ToListAsync(Cancel));
    }

    /// <summary>A fake: keeps messages in memory and delivers none.</summary>
    private sealed class FakeQueues : ILocalQueues
    {
        public List<(string Queue, string Message)> Messages { get; } = [];

        public bool Fails { get; set; }

        public int Told { get; private set; }

        public Task EnqueueAsync(string queue, string message, TimeSpan? delay = null, CancellationToken ct = default)
        {
            Messages.Add((queue, message));
            return Task.CompletedTask;
        }

        public Action Enqueue(SqliteSession session, string queue, string message)
        {
            if (Fails)
            {
                throw new SqliteException("The disk is full.", 13);
            }

            Messages.Add((queue, message));
            return () => Told++;
        }

        public Task<int> CountAsync(string queue) => Task.FromResult(Messages.Count(m => m.Queue == queue));
    }
}
