using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Places the orders of options whose loans were granted after their lots' orders were placed. Each step finds what was done before, so it can be cut short
/// anywhere and called again.
/// </summary>
public sealed class OptionOrders(IDocumentStore store, Aggregates aggregates, LotSheets sheets)
{
    /// <summary>Places what is due in a round that is awarding or delivering; nothing in others.</summary>
    public async Task PlaceAsync(string roundId, CommandContext command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        if (round.Phase is not (RoundPhase.Awarding or RoundPhase.Delivering))
        {
            return;
        }

        foreach (var lot in (await store.LotsAsync(roundId, cancellationToken)).Where(lot => lot.Content.Lines.Any(line => line.IsOption)))
        {
            var orders = await store.OrdersOfAsync(roundId, lot.LotId, cancellationToken);
            foreach (var option in OptionOrdering.Due(lot, orders, await sheets.GrantedAsync(lot, cancellationToken)))
            {
                await aggregates.DecideAsync<Round>(roundId, "round", command, current => OptionOrdering.Note(current, option), cancellationToken);
            }
        }

        foreach (var option in (await store.RequiredRoundAsync(roundId, cancellationToken)).OptionOrders)
        {
            await CarryOutAsync(round, option, command, cancellationToken);
        }
    }

    /// <summary>The order that holds a need's vehicles; null while none does, or where it was cancelled.</summary>
    public async Task<string?> OrderOfAsync(string roundId, string needId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync<Need>(roundId, needId, cancellationToken) is not { Document.LotId: { } lotId })
        {
            return null;
        }

        var orders = await store.OrdersOfAsync(roundId, lotId, cancellationToken);
        return orders.FirstOrDefault(order => order.NeedIds.Contains(needId) && order.State is not OrderState.Cancelled)?.OrderId;
    }

    private async Task CarryOutAsync(Round round, OptionOrder option, CommandContext command, CancellationToken cancellationToken)
    {
        var lot = await store.RequiredLotAsync(round.RoundId, option.LotId, cancellationToken);
        if (lot.OrderIds.Contains(option.OrderId))
        {
            return;
        }

        var order = (await store.FindAsync<Order>(round.RoundId, option.OrderId, cancellationToken))?.Document;
        if (order is null)
        {
            var sheet = await sheets.WinningAsync(lot, cancellationToken);
            var placed = OptionOrdering.OrderOf(lot, option, sheet, command.Now, OrderTerms.Of(round.Settings));
            var create = new CommandContext(Actor.Platform(nameof(OptionOrders)), command.Now, $"{Order.InstanceId(round.RoundId, option.OrderId)}.{nameof(OptionOrders)}");
            order = (await aggregates.CreateAsync(create, Placement.Place(placed), cancellationToken)).Required();
        }

        await store.TellAsync(OrderMessages.Placed(order), cancellationToken);
        await store.TellAsync(OrderMessages.OptionPlaced(order), cancellationToken);
        var followed = await aggregates.DecideAsync<Lot>(
            round.RoundId, lot.LotId, new CommandContext(Actor.Platform(nameof(OptionOrders)), command.Now),
            current => OptionOrdering.Follow(current, option.OrderId), cancellationToken);
        _ = followed.Required();
    }
}
