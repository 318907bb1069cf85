using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which suppliers deliver and agencies accept, order by order.</summary>
public static class DeliverOrders
{
    /// <summary>Follows every order to its end; when all have ended, the round closes with its protocol.</summary>
    public static async Task DeliverOrdersAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        await context.TellOfLotsWithoutAwardAsync(round);
        await Task.WhenAll(round.OrderIds.Select(orderId => context.CallSubOrchestratorAsync<OrderState>(
            nameof(DeliverOrder), new DeliverOrder.Input(round.RoundId, orderId), new SubOrchestrationOptions(instanceId: Order.InstanceId(round.RoundId, orderId)))));
        await context.CallActivityAsync(nameof(CloseRound), round.RoundId, ReadRoundExtensions.Patiently);
    }
}
