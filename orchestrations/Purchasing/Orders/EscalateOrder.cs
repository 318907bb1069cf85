using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Tells contract manager and officers of an order that does not move: recorded on the order first, so that each is told once.</summary>
public sealed class EscalateOrder(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    [Function(nameof(EscalateOrder))]
    public async Task RunAsync([ActivityTrigger] OrderRef input, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var outcome = await aggregates.DecideAsync<Order>(
            input.RoundId, input.OrderId, new CommandContext(Actor.Platform(nameof(EscalateOrder)), now),
            current => Escalations.Escalate(current, now), cancellationToken);
        var order = outcome.Required();
        if (order.Escalations is [.., var last])
        {
            foreach (var message in OrderNews.OfEscalation(order, last))
            {
                await store.TellAsync(message, cancellationToken);
            }
        }
    }
}
