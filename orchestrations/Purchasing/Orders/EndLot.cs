using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Ends a lot when the last of its orders has ended; before that, changes nothing.</summary>
public sealed class EndLot(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    [Function(nameof(EndLot))]
    public async Task RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var orders = await store.OrdersOfAsync(input.RoundId, input.LotId, cancellationToken);
        var command = new CommandContext(Actor.Platform(nameof(EndLot)), clock.Now());
        await aggregates.DecideAsync<Lot>(input.RoundId, input.LotId, command, lot => ContractDecisions.End(lot, orders), cancellationToken);
    }
}
