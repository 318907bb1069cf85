using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Samkjop.Azure;
using Samkjop.Ports;
using Samkjop.Tests.Host.Storage;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>The adapter through the real SDK, by the contract that SQLite passes too.</summary>
public sealed class CosmosDocumentStoreTests : DocumentStoreContract
{
    private CosmosServer _server = null!;
    private CosmosApp _app = null!;

    protected override IDocumentStore Store => _app.Store;

    public override ValueTask InitializeAsync()
    {
        _server = new CosmosServer(Clock);
        _app = new CosmosApp(_server);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>As the trigger does: physical partitions in turn, until one has something or all have been asked.</summary>
    protected override async Task<(IReadOnlyList<string> Ids, string Continuation)> ReadFeedAsync(string container, string? continuation, int max)
    {
        var start = continuation is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(continuation);
        using var feed = _app.Client.GetContainer(AzureSections.Database, container)
            .GetChangeFeedStreamIterator(start, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = max });
        using var page = await feed.ReadNextAsync(TestContext.Current.CancellationToken);
        if (page.StatusCode is HttpStatusCode.NotModified)
        {
            return ([], page.ContinuationToken);
        }

        using var json = await JsonDocument.ParseAsync(page.Content);
        return ([.. json.RootElement.GetProperty("Documents").EnumerateArray().Select(d => d.GetProperty("id").GetString()!)], page.ContinuationToken);
    }
}
