using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>The supplier's user, or the contract manager with evidence, reports on an order.</summary>
public sealed class ReportOnOrder(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, ILogger<ReportOnOrder> logger)
{
    /// <param name="Kind">Confirmed, declined, dispatched, delayed or delivered.</param>
    /// <param name="Quantity">Vehicles; left out: all that are left.</param>
    /// <param name="Note">At most 2000 characters; required with declined.</param>
    /// <param name="Evidence">Required of the contract manager.</param>
    /// <param name="DelayedUntil">The local day that a delay lasts until; only with delayed.</param>
    /// <param name="HappenedOn">The local day that it happened; only from the contract manager.</param>
    public sealed record Body(
        OrderEntryKind Kind, int? Quantity = null, string? Note = null, string? Evidence = null, LocalDate? DelayedUntil = null, LocalDate? HappenedOn = null);

    [Function(nameof(ReportOnOrder))]
    [RequiresRole(Role.SupplierUser, Role.ContractManager)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/orders/{orderId}/entries")] HttpRequest request,
        string roundId, string orderId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var order = (await store.FindAsync<Order>(roundId, orderId, cancellationToken)).OrNotFound(orderId).Document;
        var (caller, command) = (context.Caller(), context.Command(request.IfMatch()));
        var (channel, refusal) = ChannelOf(caller, round, order, command.Now);
        if (refusal is not null)
        {
            throw await attempts.RecordAsync(context, roundId, orderId, refusal, cancellationToken);
        }

        var entry = new RecordEntry(
            context.DeriveId("entry"), body.Kind, body.Quantity, caller.Subject, channel, body.Note, body.Evidence, command.Now,
            body.DelayedUntil, body.HappenedOn);
        var recorded = (await aggregates.DecideAsync<Order>(roundId, orderId, command, current => OrderDecisions.Record(current, entry), cancellationToken)).OrProblem();
        await store.TellEntryAsync(recorded.Document, entry.EntryId, cancellationToken);
        await durable.NudgeAsync(Order.InstanceId(roundId, orderId), Signals.OrderChanged, orderId, logger, cancellationToken);
        return Reply.Ok(OrderView.Of(recorded.Document), recorded.ETag);
    }

    private static (OrderChannel Channel, Refusal? Refusal) ChannelOf(Caller caller, Round round, Order order, Instant now)
    {
        if (caller.SupplierId is not null)
        {
            return (OrderChannel.SupplierUser, OrderAccess.MaySee(caller, order) ? null : Refusals.NotFound(Order.Kind, order.OrderId));
        }

        return (OrderChannel.ContractManager, RoundAccess.MayActAs(round, caller, Role.ContractManager, now));
    }
}
