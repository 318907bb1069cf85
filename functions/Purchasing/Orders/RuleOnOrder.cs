using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>The contract manager decides about an order: a rejection, a delay, an early end, or damages. Supplier and agency are told.</summary>
public sealed class RuleOnOrder(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, ILogger<RuleOnOrder> logger)
{
    /// <param name="Kind">What is decided.</param>
    /// <param name="Reason">Why, as supplier and agency read it.</param>
    /// <param name="Date">The new last local day of delivery; required with dateAccepted.</param>
    /// <param name="WithoutDamages">Whether damages run from the new day; only with dateAccepted.</param>
    /// <param name="Ground">Required with terminated.</param>
    /// <param name="Amount">NOK claimed; left out: all that is calculated.</param>
    public sealed record Body(
        OrderRulingKind Kind, string Reason, LocalDate? Date = null, bool WithoutDamages = false, TerminationGround? Ground = null, decimal? Amount = null);

    [Function(nameof(RuleOnOrder))]
    [RequiresRole(Role.ContractManager)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/orders/{orderId}/rulings")] HttpRequest request,
        string roundId, string orderId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        _ = (await store.FindAsync<Order>(roundId, orderId, cancellationToken)).OrNotFound(orderId);
        var (caller, command) = (context.Caller(), context.Command(request.IfMatch()));
        if (RoundAccess.MayActAs(round, caller, Role.ContractManager, command.Now) is { } refusal)
        {
            throw await attempts.RecordAsync(context, roundId, orderId, refusal, cancellationToken);
        }

        var ruling = new Samkjop.Purchasing.Orders.RuleOnOrder(context.DeriveId("ruling"), body.Kind, body.Reason, caller.Subject, command.Now)
        {
            Date = body.Date,
            WithoutDamages = body.WithoutDamages,
            Ground = body.Ground,
            Amount = body.Amount,
        };
        var ruled = (await aggregates.DecideAsync<Order>(roundId, orderId, command, current => Rulings.Rule(current, ruling), cancellationToken)).OrProblem();
        await store.TellRulingAsync(ruled.Document, ruling.RulingId, cancellationToken);
        if (body.Kind is not (OrderRulingKind.DamagesClaimed or OrderRulingKind.DamagesWaived))
        {
            await durable.NudgeAsync(Order.InstanceId(roundId, orderId), Signals.OrderChanged, orderId, logger, cancellationToken);
        }

        return Reply.Ok(OrderView.Of(ruled.Document), ruled.ETag);
    }
}
