using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;
using Samkjop.Host;
using Samkjop.Host.Scenarios;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Azure.Cosmos;
using Samkjop.Tests.Host.Scenarios;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>The spring round played twice: on SQLite and folders, and on Azure's stores.</summary>
public sealed class SpringOnAzure(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string[] ServerProperties = ["_rid", "_self", "_etag", "_attachments", "_ts"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samkjop-azure-");

    private int _activities;

    /// <summary>What was told, and what was left, on SQLite and folders.</summary>
    internal Played Local { get; private set; } = null!;

    /// <summary>The same on Azure's stores.</summary>
    internal Played Azure { get; private set; } = null!;

    internal AzureStage Stage { get; private set; } = null!;

    /// <summary>What the round asked of Azure; lists that a sweep asks for again between two writes are not in it.</summary>
    internal Cost Round { get; private set; } = null!;

    /// <summary>What a day asks on which nothing happens.</summary>
    internal Cost DayAtRest { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(_folder.FullName, "local");
        var story = await PlayAsync(data, prepare: null);
        Local = new Played(story, CanonicalState.Of(data));

        using var work = Listening();
        story = await PlayAsync(Path.Combine(_folder.FullName, "azure"), async clock =>
        {
            Stage = await AzureStage.PrepareAsync(azurite, clock);
            return Stage.Elsewhere(keepsListings: true);
        });
        Round = Counted();
        Azure = new Played(story, CanonicalState.Of(Documents(Stage.Cosmos), await BlobsAsync().ToListAsync()));
        await RestAsync(Path.Combine(_folder.FullName, "azure"));
        DayAtRest = Counted();
    }

    public ValueTask DisposeAsync()
    {
        Stage?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private Cost Counted()
    {
        var cost = new Cost(Stage.Cosmos.Log.RequestUnits, Stage.Cosmos.Log.Data.Count, Stage.Transactions.Total, Interlocked.Exchange(ref _activities, 0));
        Stage.Cosmos.Log.Clear();
        Stage.Transactions.Clear();
        return cost;
    }

    /// <summary>Counts the activities that are carried out, which is what the task hub's own cost follows.</summary>
    private ActivityListener Listening()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.DurableTask",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = span =>
            {
                if (span.Kind is ActivityKind.Server && span.OperationName.StartsWith("activity:", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _activities);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private async Task RestAsync(string data)
    {
        DateTimeOffset now;
        await using (var file = SqliteFile.Open(Path.Combine(data, "samkjop.db")))
        {
            now = DurableEngine.ReadVirtualNow(file)!.Value;
        }

        await using var scheduler = new VirtualScheduler(now, jumps: false);
        await using var app = SamkjopApp.Create(new SamkjopAppOptions
        {
            DataFolder = data, Scheduler = scheduler, Listen = new Uri("http://127.0.0.1:0"), FullSync = false, Adapters = Stage.Elsewhere(keepsListings: false).Adapters,
        });
        await app.StartAsync();
        Counted();
        await scheduler.AdvanceAsync(TimeSpan.FromDays(1));
    }

    private static async Task<string> PlayAsync(string data, Func<TimeProvider, Task<RehearsalElsewhere>>? prepare)
    {
        var story = new StringBuilder();
        using var folder = RehearsalFolder.Take(data);
        var rehearsal = new Rehearsal(ScenarioReader.ReadFile(SpringRehearsal.File), folder, line => story.Append(line).Append('\n'), trace: null, prepare);
        var end = await rehearsal.RunAsync(CancellationToken.None);
        foreach (var table in end.Tables)
        {
            story.Append(table.Title).Append('\n').AppendJoin('\n', table.Rows.Select(row => string.Join(" | ", row))).Append('\n');
        }

        return story.ToString();
    }

    private static IEnumerable<StoredJson> Documents(CosmosServer cosmos) => cosmos.Documents().Select(document =>
    {
        var body = (JsonObject)document.Body.DeepClone();
        foreach (var property in ServerProperties)
        {
            body.Remove(property);
        }

        return new StoredJson(document.Container, document.PartitionKey, body);
    });

    private async IAsyncEnumerable<(string Name, byte[] Content)> BlobsAsync()
    {
        foreach (var container in new[] { BlobContainers.Bids, BlobContainers.Records })
        {
            var client = Stage.Blobs.GetBlobContainerClient(container);
            await foreach (var blob in client.GetBlobsAsync())
            {
                yield return ($"{container}/{blob.Name}", (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
            }
        }
    }

    /// <param name="RequestUnits">Charged by the double's model.</param>
    /// <param name="Requests">To Cosmos DB.</param>
    /// <param name="Transactions">With the storage account of documents.</param>
    /// <param name="Activities">Carried out by the orchestrations.</param>
    internal sealed record Cost(double RequestUnits, int Requests, int Transactions, int Activities);

    /// <param name="Story">Every line, then the tables.</param>
    /// <param name="State">Documents and blobs.</param>
    internal sealed record Played(string Story, IReadOnlyList<string> State);
}
