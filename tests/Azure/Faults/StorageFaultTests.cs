using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Azure;
using Samkjop.Azure.Blobs;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;

namespace Samkjop.Tests.Azure.Faults;

/// <summary>What passes becomes "try again later", which the app answers as 503 with Retry-After; what does not pass stays an error.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private UserDelegationKeys? _keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _keys?.Dispose();

    private AzureBlobStore StoreOver(HttpMessageHandler network, int retries = 0)
    {
        var options = ClientDefaults.Blobs();
        options.Transport = new HttpClientTransport(network);
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        var client = new BlobServiceClient(new Uri("https://samkjopdocs.blob.core.windows.net"), new AzuriteCredential(), options);
        _keys = new UserDelegationKeys(client, _clock);
        return new AzureBlobStore(client, _keys, _clock);
    }

    private static IEnumerable<Func<IBlobStore, Task>> Calls() =>
    [
        store => store.FindAsync("bids", "a", Cancel),
        store => store.ListAsync("bids", "a", Cancel).ToListAsync(Cancel).AsTask(),
        store => store.OpenReadAsync("bids", "a", Cancel),
        store => store.CreateAsync("records", "a", "x"u8.ToArray(), "text/plain", Cancel),
        store => store.IssueUploadAsync("bids", "a", Duration.FromMinutes(1), Cancel),
    ];

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServerBusy", 7)]
    [InlineData(HttpStatusCode.TooManyRequests, "TooManyRequests", 30)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", null)]
    [InlineData(HttpStatusCode.GatewayTimeout, "OperationTimedOut", null)]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch", null)]
    [InlineData(HttpStatusCode.NotFound, "ContainerNotFound", null)]
    public async Task A_passing_refusal_says_when_to_try_again(HttpStatusCode status, string code, int? retryAfter)
    {
        foreach (var call in Calls())
        {
            var store = StoreOver(new ScriptedTransport(_ => ScriptedTransport.Refusal(status, code, retryAfter)));

            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => call(store));

            Assert.Contains($"Blob Storage", fault.Message, StringComparison.Ordinal);
            Assert.Contains(code, fault.Message, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.FromSeconds(retryAfter ?? 5), fault.RetryAfter);
        }
    }

    [Fact]
    public async Task An_unreachable_account_is_unavailable()
    {
        foreach (var call in Calls())
        {
            var store = StoreOver(new ScriptedTransport(_ => throw new HttpRequestException("No such host is known.")), retries: 2);

            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => call(store));
            Assert.Contains("cannot be reached", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_unavailable_but_one_that_was_given_up_is_not()
    {
        var store = StoreOver(new ScriptedTransport(_ => throw new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout.")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindAsync("bids", "a", Cancel));

        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.FindAsync("bids", "a", given.Token));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_available()
    {
        var store = StoreOver(new ScriptedTransport(_ => throw new AuthenticationFailedException("No identity.")));

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindAsync("bids", "a", Cancel));
        Assert.Contains("check the app's identity", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttling_is_ridden_out()
    {
        var network = new ScriptedTransport(
            _ => ScriptedTransport.Refusal(HttpStatusCode.ServiceUnavailable, "ServerBusy"),
            _ => ScriptedTransport.Refusal(HttpStatusCode.TooManyRequests, "TooManyRequests"),
            _ => ScriptedTransport.Refusal(HttpStatusCode.NotFound, "BlobNotFound"));

        Assert.Null(await StoreOver(network, retries: 3).FindAsync("bids", "a", Cancel));
        Assert.Equal(3, network.Asked);
    }

    [Fact]
    public async Task Retries_are_bounded_as_the_app_sets_them()
    {
        Assert.InRange(ClientDefaults.Blobs().Retry.MaxRetries, 1, 5);
        Assert.InRange(ClientDefaults.Blobs().Retry.NetworkTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));

        var network = new ScriptedTransport(_ => ScriptedTransport.Refusal(HttpStatusCode.ServiceUnavailable, "ServerBusy"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreOver(network, retries: 2).FindAsync("bids", "a", Cancel));
        Assert.Equal(3, network.Asked);
    }

    [Fact]
    public async Task What_does_not_pass_stays_an_error()
    {
        var store = StoreOver(new ScriptedTransport(_ => ScriptedTransport.Refusal(HttpStatusCode.BadRequest, "InvalidHeaderValue")));

        await Assert.ThrowsAsync<RequestFailedException>(() => store.FindAsync("bids", "a", Cancel));
    }

    [Fact]
    public async Task A_connection_that_breaks_while_content_is_read_is_unavailable()
    {
        var store = StoreOver(new ScriptedTransport(_ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new BreakingStream()) { Headers = { ContentLength = 100 } }, Headers = { { "ETag", "\"0x1\"" } },
        }));

        await using var content = await store.OpenReadAsync("bids", "a", Cancel);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => content.CopyToAsync(Stream.Null, Cancel));
    }

    /// <summary>A fake connection that breaks at the first byte.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Connection reset by peer.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("Connection reset by peer.");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("Connection reset by peer.");
    }
}
