using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reminds a supplier of an overdue order: recorded on the order first, so that each number is sent once.</summary>
public sealed class RemindSupplier(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    /// <param name="RoundId">The round.</param>
    /// <param name="OrderId">The order.</param>
    /// <param name="Number">Which reminder, from 1.</param>
    public sealed record Input(string RoundId, string OrderId, int Number);

    [Function(nameof(RemindSupplier))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var outcome = await aggregates.DecideAsync<Order>(
            input.RoundId, input.OrderId, new CommandContext(Actor.Platform(nameof(RemindSupplier)), now),
            current => Overdue.Remind(current, input.Number, now), cancellationToken);
        var order = outcome.Required();
        if (order.Reminders.FirstOrDefault(reminder => reminder.Number == input.Number) is { } reminder)
        {
            await store.TellAsync(OrderMessages.Overdue(order, reminder), cancellationToken);
        }
    }
}
