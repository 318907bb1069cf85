using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Places one order per agency of a signed lot. An order that was placed before stands; the lot is told of all of them last.</summary>
public sealed class PlaceOrders(IDocumentStore store, Aggregates aggregates, LotSheets sheets, TimeProvider clock)
{
    [Function(nameof(PlaceOrders))]
    public async Task RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var lot = await store.RequiredLotAsync(input.RoundId, input.LotId, cancellationToken);
        if (!lot.IsSigned() || lot.Phase is not LotPhase.AwaitingSignatures)
        {
            return;
        }

        var now = clock.Now();
        var command = new CommandContext(Actor.Platform(nameof(PlaceOrders)), now, $"{Lot.InstanceId(lot.RoundId, lot.LotId)}.{nameof(PlaceOrders)}");
        var round = await store.RequiredRoundAsync(lot.RoundId, cancellationToken);
        var orders = Placement.OrdersOf(
            lot, await sheets.WinningAsync(lot, cancellationToken), now, await sheets.GrantedAsync(lot, cancellationToken), OrderTerms.Of(round.Settings));
        foreach (var order in orders)
        {
            var placed = (await aggregates.CreateAsync(command, Placement.Place(order), cancellationToken)).Required();
            await store.TellAsync(OrderMessages.Placed(placed), cancellationToken);
        }

        var recorded = await aggregates.DecideAsync<Lot>(
            lot.RoundId, lot.LotId, command with { RequestId = null },
            current => ContractDecisions.RecordOrders(current, [.. orders.Select(order => order.OrderId)]), cancellationToken);
        recorded.Required();
        if (orders.IsEmpty)
        {
            // Options only: nothing is ordered now, so nothing is awaited.
            await aggregates.DecideAsync<Lot>(lot.RoundId, lot.LotId, command with { RequestId = null }, current => ContractDecisions.End(current, []), cancellationToken);
        }
    }
}
