using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Places one order per agency of a signed lot. An order that was placed before stands; the lot is told of all of them last.</summary>
public sealed class PlaceOrders(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
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
        var orders = Placement.OrdersOf(lot, await WinningSheetAsync(lot, cancellationToken), now, await GrantedAsync(lot, cancellationToken));
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

    /// <summary>The lot's options whose loan was granted.</summary>
    private async Task<HashSet<string>> GrantedAsync(Lot lot, CancellationToken cancellationToken)
    {
        var granted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lot.Content.Lines.Where(line => line.IsOption))
        {
            if (await store.FindAsync<Need>(lot.RoundId, line.NeedId, cancellationToken) is { Document.Loan: LoanCondition.Granted })
            {
                granted.Add(line.NeedId);
            }
        }

        return granted;
    }

    private async Task<PriceSheet> WinningSheetAsync(Lot lot, CancellationToken cancellationToken)
    {
        var bid = await store.FindAsync<Bid>(lot.RoundId, lot.Award!.BidId, cancellationToken);
        return bid?.Document.Sheets.FirstOrDefault(sheet => sheet.LotId == lot.LotId)?.Sheet
            ?? throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} is awarded to {lot.Award.BidId}, which has no readable sheet for it.");
    }
}
