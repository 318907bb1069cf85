using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Follows one order until it has ended: accepted, cancelled or terminated. While it is overdue, reminds the supplier, and tells contract manager and officers
/// when it does not move or its damages reach their cap. The order document says where it is; started with nothing but ids, this resumes there.
/// </summary>
public static class DeliverOrder
{
    /// <param name="RoundId">The round.</param>
    /// <param name="OrderId">The order.</param>
    /// <param name="ProcessVersion">The version that this generation began with.</param>
    public sealed record Input(string RoundId, string OrderId, int ProcessVersion = RunPurchaseRound.ProcessVersion)
    {
        internal OrderRef Order => new(RoundId, OrderId);
    }

    [Function(nameof(DeliverOrder))]
    public static async Task<OrderState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Input input)
    {
        if (input.ProcessVersion > RunPurchaseRound.KnownVersion)
        {
            context.ContinueAsNew(new Input(input.RoundId, input.OrderId));
            return default;
        }

        var order = await context.AwaitEndOrOverdueAsync(input.Order);
        context.SetCustomStatus(order.State.ToString());

        if (order.HasEnded)
        {
            await context.CallActivityAsync(nameof(EndLot), order.Lot, ReadRoundExtensions.Patiently);
            return order.State;
        }

        if (order.NextReminderAt <= context.Now())
        {
            await context.CallActivityAsync(nameof(RemindSupplier), new RemindSupplier.Input(input.RoundId, input.OrderId, order.Reminders + 1), ReadRoundExtensions.Patiently);
        }

        if (order.NextEscalationAt <= context.Now())
        {
            await context.CallActivityAsync(nameof(EscalateOrder), input.Order, ReadRoundExtensions.Patiently);
        }

        context.ContinueAsNew(new Input(input.RoundId, input.OrderId));
        return order.State;
    }

    private static Task<OrderProgressReport> AwaitEndOrOverdueAsync(this TaskOrchestrationContext context, OrderRef order) => context.LookUntilAsync(
        Signals.OrderChanged,
        look: () => context.CallActivityAsync<OrderProgressReport>(nameof(ReadOrder), order, ReadRoundExtensions.Patiently),
        done: truth => truth.HasEnded || truth.NextStepAt <= context.Now(),
        next: truth => truth.NextStepAt);
}
