using Samkjop.Audit;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using Samkjop.State;
using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Access;

/// <summary>A round that has needs, lots, opened bids, evaluations, awards with letters and orders: something for every function to be about.</summary>
public sealed class OrderedRound : IAsyncLifetime
{
    internal SpringRound Round { get; private set; } = null!;

    /// <summary>Ids to put into addresses, by the name of the route's parameter.</summary>
    public Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal) { ["roundId"] = "2021-1" };

    public async ValueTask InitializeAsync()
    {
        Round = await SpringRound.PlannedAsync();
        foreach (var step in WholeRound.Steps(Round).SkipLast(3))
        {
            await step();
            await Round.App.SettleAsync();
        }

        var store = Round.App.Store;
        Ids["lotId"] = "lot-1";
        Ids["bidId"] = "bid-bilco";
        Ids["needId"] = (await store.EveryAsync<Need>("2021-1", "need-bym-", CancellationToken.None))[0].NeedId;
        Ids["orderId"] = (await store.EveryAsync<Order>("2021-1", "order-", CancellationToken.None))[0].OrderId;
        Ids["documentId"] = (await store.EveryAsync<Bid>("2021-1", "bid-bilco", CancellationToken.None)).Single().Documents[0].DocumentId;
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() => await Round.App.Store.EveryAsync<AuditEntry>("2021-1", "audit-", CancellationToken.None);

    /// <summary>Every document of the round but its audit log, by its version.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync() =>
    [
        .. await VersionsAsync<Purchasing.Round>(), .. await VersionsAsync<Need>(), .. await VersionsAsync<Lot>(), .. await VersionsAsync<Bid>(),
        .. await VersionsAsync<Evaluation>(), .. await VersionsAsync<Order>(), .. await VersionsAsync<Question>(), .. await VersionsAsync<Disposal>(),
    ];

    private async Task<List<string>> VersionsAsync<T>()
        where T : class, IDocument
    {
        var versions = new List<string>();
        await foreach (var stored in Round.App.Store.AllAsync<T>("2021-1"))
        {
            versions.Add($"{stored.Document.Id} {stored.ETag}");
        }

        return versions;
    }

    public ValueTask DisposeAsync() => Round.DisposeAsync();
}
