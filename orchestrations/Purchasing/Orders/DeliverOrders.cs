using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which suppliers deliver and agencies accept, order by order.</summary>
public static class DeliverOrders
{
    /// <summary>Without a nudge, options are looked for this often.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromDays(30);

    /// <summary>
    /// Follows every order to its end, those of options that are granted meanwhile too; when all have ended, and it is decided what becomes of lots
    /// without bids, the round closes with its protocol.
    /// </summary>
    public static async Task DeliverOrdersAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        await context.TellOfLotsWithoutAwardAsync(round);
        var followed = new List<(string OrderId, Task<OrderState> Delivery)>();
        var nudge = context.WaitForExternalEvent<string>(Signals.RoundChanged);
        do
        {
            await context.CallActivityAsync(nameof(OrderGrantedOptions), round.RoundId, ReadRoundExtensions.Patiently);
            round = await context.ReadRoundAsync(round.RoundId);
            followed.AddRange(round.OrderIds.Except(followed.Select(order => order.OrderId), StringComparer.Ordinal)
                .Select(orderId => (orderId, context.DeliverAsync(round.RoundId, orderId))).ToList());
            if (await context.IsNudgedAsync(nudge, Task.WhenAll(followed.Select(order => order.Delivery))))
            {
                nudge = context.WaitForExternalEvent<string>(Signals.RoundChanged);
            }
        }
        while (followed.Exists(order => !order.Delivery.IsCompleted));

        await Task.WhenAll(followed.Select(order => order.Delivery));
        if (!round.UndecidedLotIds.IsEmpty)
        {
            await context.LookUntilAsync(
                Signals.RoundChanged,
                look: () => context.ReadRoundAsync(round.RoundId),
                done: truth => truth.Phase is not RoundPhase.Delivering || truth.UndecidedLotIds.IsEmpty,
                next: _ => null);
        }

        await context.CallActivityAsync(nameof(CloseRound), round.RoundId, ReadRoundExtensions.Patiently);
    }

    private static Task<OrderState> DeliverAsync(this TaskOrchestrationContext context, string roundId, string orderId) => context.CallSubOrchestratorAsync<OrderState>(
        nameof(DeliverOrder), new DeliverOrder.Input(roundId, orderId), new SubOrchestrationOptions(instanceId: Order.InstanceId(roundId, orderId)));

    /// <summary>Waits for a nudge, for all deliveries, or for the heartbeat.</summary>
    /// <returns>Whether it was the nudge, whose waiter is used up then.</returns>
    private static async Task<bool> IsNudgedAsync(this TaskOrchestrationContext context, Task<string> nudge, Task deliveries)
    {
        using var wait = new CancellationTokenSource();
        var timer = context.CreateTimer(context.CurrentUtcDateTime + Heartbeat, wait.Token);
        var first = await Task.WhenAny(deliveries, nudge, timer);
        if (first != timer)
        {
            // Not CancelAsync, which cancels from another thread: an orchestrator has one of its own.
            wait.Cancel();
        }

        return first == nudge;
    }
}
