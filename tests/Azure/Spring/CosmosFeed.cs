using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Samkjop.Azure;
using Samkjop.Embedded.Functions;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>The containers' change feeds through the SDK, for the embedded host's change-feed functions.</summary>
internal sealed class CosmosFeed(CosmosClient client) : IChangeFeedSource
{
    private ImmutableArray<Action<string>> _followers = [];

    /// <summary>Tells the followers that a container has changed.</summary>
    public void Tell(string container)
    {
        foreach (var follower in _followers)
        {
            follower(container);
        }
    }

    /// <inheritdoc />
    public async Task<ChangeFeedPage> ReadAsync(string container, string? continuation, int max, CancellationToken ct)
    {
        using var feed = Iterator(container, continuation is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(continuation), max);
        using var page = await feed.ReadNextAsync(ct);
        if (page.StatusCode is HttpStatusCode.NotModified)
        {
            return new ChangeFeedPage([], page.ContinuationToken);
        }

        page.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(page.Content, cancellationToken: ct);
        return new ChangeFeedPage([.. json.RootElement.GetProperty("Documents").EnumerateArray().Select(d => d.GetRawText())], page.ContinuationToken);
    }

    /// <inheritdoc />
    public async Task<string> EndAsync(string container, CancellationToken ct)
    {
        using var feed = Iterator(container, ChangeFeedStartFrom.Now(), max: 1);
        using var page = await feed.ReadNextAsync(ct);
        return page.ContinuationToken;
    }

    /// <inheritdoc />
    public IDisposable Subscribe(Action<string> changed)
    {
        ImmutableInterlocked.Update(ref _followers, followers => followers.Add(changed));
        return new Subscription(() => ImmutableInterlocked.Update(ref _followers, followers => followers.Remove(changed)));
    }

    private FeedIterator Iterator(string container, ChangeFeedStartFrom start, int max) => client.GetContainer(AzureSections.Database, container)
        .GetChangeFeedStreamIterator(start, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = max });

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
