using System.Collections.Immutable;
using Samkjop.Agencies;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Fleet;

/// <summary>Reads what a round's effect on the fleet is calculated from.</summary>
public sealed class FleetReader(IDocumentStore store)
{
    /// <summary>Everything, as it is now.</summary>
    public async Task<FleetSources> ReadAsync(Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var roundId = round.RoundId;
        var needs = await store.EveryAsync<Need>(roundId, "need-", cancellationToken);
        var lots = await store.LotsAsync(roundId, cancellationToken);
        var system = (await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken)).OrNotFound(round.PurchasingSystemId);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var baselines = new List<FleetBaseline>();
        foreach (var agencyId in needs.Select(n => n.AgencyId).Distinct(StringComparer.Ordinal))
        {
            names[agencyId] = (await store.FindAsync<Agency>(agencyId, "agency", cancellationToken))?.Document.Name ?? agencyId;
            baselines.AddRange(await store.EveryAsync<FleetBaseline>(agencyId, FleetBaseline.IdPrefix, cancellationToken));
        }

        return new FleetSources(
            round, system.Document, [.. needs], [.. lots], [.. await store.EveryAsync<Order>(roundId, "order-", cancellationToken)],
            await WinnersAsync(lots, cancellationToken), [.. await store.EveryAsync<Disposal>(roundId, Disposal.IdPrefix, cancellationToken)], [.. baselines], names);
    }

    /// <summary>Winning sheets of the lots with orders: their bids are open to the municipality by then.</summary>
    private async Task<IReadOnlyDictionary<string, PriceSheet>> WinnersAsync(IEnumerable<Lot> lots, CancellationToken cancellationToken)
    {
        var winners = ImmutableDictionary.CreateBuilder<string, PriceSheet>(StringComparer.Ordinal);
        foreach (var lot in lots.Where(l => l is { OrderIds.IsEmpty: false, Award: not null }))
        {
            var bid = await store.FindAsync<Bid>(lot.RoundId, lot.Award!.BidId, cancellationToken);
            if (bid?.Document.Sheets.FirstOrDefault(s => s.LotId == lot.LotId)?.Sheet is { } sheet)
            {
                winners[lot.LotId] = sheet;
            }
        }

        return winners.ToImmutable();
    }
}
