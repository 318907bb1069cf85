using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Azure.Blobs;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;

namespace Samkjop.Tests.Azure.Blobs;

/// <summary>What an upload URL lets its holder do: create one blob, once, soon, over https. Nothing else.</summary>
public sealed class UploadTicketTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Name = "2021-1/supplier/bid/document";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2021, 5, 3, 10, 0, 0, TimeSpan.Zero));
    private readonly RequestCount _keyRequests = new("userdelegationkey");
    private AzuriteAccount _account = null!;
    private UserDelegationKeys _keys = null!;
    private AzureBlobStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _account = await azurite.NewAccountAsync(_clock, Cancel);
        var options = _account.BlobOptions();
        options.AddPolicy(_keyRequests, HttpPipelinePosition.PerRetry);
        var client = new global::Azure.Storage.Blobs.BlobServiceClient(_account.BlobServiceUri, _account.Credential, options);
        _keys = new UserDelegationKeys(client, _clock);
        _store = new AzureBlobStore(client, _keys, _clock);
    }

    public ValueTask DisposeAsync()
    {
        _keys.Dispose();
        _account.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<UploadTicket> IssueAsync() => _store.IssueUploadAsync(BlobContainers.Bids, Name, Duration.FromMinutes(30), Cancel);

    [Fact]
    public async Task A_ticket_is_signed_for_one_blob_by_the_identity_and_says_so()
    {
        var ticket = await IssueAsync();

        var query = HttpUtility.ParseQueryString(ticket.Url.Query);
        Assert.Equal("b", query["sr"]);
        Assert.Equal("c", query["sp"]);
        Assert.Equal("https", query["spr"]);
        Assert.NotNull(query["skoid"]);
        Assert.Equal("2021-05-03T10:29:59Z", query["se"]);
        Assert.EndsWith($"/{BlobContainers.Bids}/{Name}", ticket.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(Uri.UriSchemeHttps, ticket.Url.Scheme);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("HEAD", "")]
    [InlineData("DELETE", "")]
    [InlineData("PUT", "&comp=metadata")]
    [InlineData("PUT", "&comp=properties")]
    [InlineData("PUT", "&comp=tier")]
    [InlineData("PUT", "&comp=blocklist")]
    [InlineData("GET", "&comp=blocklist")]
    public async Task Its_holder_can_do_nothing_to_what_was_uploaded(string method, string operation)
    {
        var ticket = await IssueAsync();
        using var uploaded = await _account.Http.UploadAsync(ticket, [1, 2, 3]);
        Assert.Equal(201, (int)uploaded.StatusCode);
        var before = await _store.FindAsync(BlobContainers.Bids, Name, Cancel);
        _clock.Advance(TimeSpan.FromMinutes(1));

        using var request = new HttpRequestMessage(new HttpMethod(method), ticket.Url.AbsoluteUri + operation);
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        request.Headers.Add("x-ms-access-tier", "Cool");
        request.Content = method == "PUT" ? new StringContent("<?xml version=\"1.0\"?><BlockList></BlockList>") : null;
        using var answer = await _account.Http.SendAsync(request, Cancel);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal(before, await _store.FindAsync(BlobContainers.Bids, Name, Cancel));
        Assert.Equal([1, 2, 3], await _store.ReadAllAsync(BlobContainers.Bids, Name, Cancel));
    }

    [Theory]
    [InlineData("spr=https", "spr=https%2Chttp")]
    [InlineData("sp=c", "sp=cw")]
    [InlineData("sr=b", "sr=c")]
    [InlineData("document?", "document2?")]
    [InlineData("supplier/bid", "other/bid")]
    public async Task A_widened_ticket_is_worth_nothing(string part, string widened)
    {
        var ticket = await IssueAsync();
        var url = new Uri(ticket.Url.AbsoluteUri.Replace(part, widened, StringComparison.Ordinal));
        Assert.NotEqual(ticket.Url, url);

        using var answer = await _account.Http.UploadAsync(ticket with { Url = url }, [1]);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Empty(await _store.ListAsync(BlobContainers.Bids, "", Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task It_lists_nothing()
    {
        var ticket = await IssueAsync();
        var container = new Uri($"{_account.BlobServiceUri}/{BlobContainers.Bids}{ticket.Url.Query}&restype=container&comp=list");

        using var answer = await _account.Http.GetAsync(container, Cancel);

        Assert.False(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(61)]
    public async Task It_is_short_lived_or_not_issued(int minutes) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _store.IssueUploadAsync(BlobContainers.Bids, Name, Duration.FromMinutes(minutes), Cancel));

    [Theory]
    [InlineData("")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("../records/a")]
    [InlineData("a/./b")]
    [InlineData("a\\..\\b")]
    [InlineData("a.")]
    public async Task A_name_that_could_mean_another_blob_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.IssueUploadAsync(BlobContainers.Bids, name, Duration.FromMinutes(1), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.FindAsync(BlobContainers.Bids, name, Cancel));
    }

    [Fact]
    public async Task One_key_signs_many_tickets_and_is_renewed_before_it_would_expire_under_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => IssueAsync()));
        Assert.Equal(1, _keyRequests.Count);

        _clock.Advance(UserDelegationKeys.Lifetime - UserDelegationKeys.ClockSkew - TimeSpan.FromMinutes(30));
        await IssueAsync();
        Assert.Equal(1, _keyRequests.Count);

        _clock.Advance(TimeSpan.FromMinutes(1));
        var ticket = await IssueAsync();
        Assert.Equal(2, _keyRequests.Count);

        _clock.Advance(TimeSpan.FromMinutes(29));
        using var answer = await _account.Http.UploadAsync(ticket, [1]);
        Assert.Equal(201, (int)answer.StatusCode);
    }

    /// <summary>Counts requests whose query names something.</summary>
    private sealed class RequestCount(string named) : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => _count;

        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Uri.Query.Contains(named, StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
