using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>The liquidated damages of an order as they stand, line by line, to its parties and those who run rounds.</summary>
public sealed class GetOrderDamages(IDocumentStore store, RefusedAttempts attempts)
{
    /// <param name="Amount">NOK in all.</param>
    /// <param name="IsFinal">Whether it can no longer change.</param>
    /// <param name="Claimed">NOK that the contract manager claims, 0 when waived; null while undecided.</param>
    public sealed record View(
        string OrderId, LocalDate AsOf, LocalDate CountedFrom, LocalDate? CapDay, DamagesTerms Terms, decimal UnitPrice, decimal Amount, bool IsFinal, decimal? Claimed,
        ImmutableArray<DamagesLine> Lines)
    {
        public static View Of(Order order, Instant now)
        {
            ArgumentNullException.ThrowIfNull(order);
            var statement = LiquidatedDamages.Of(order, now);
            return new(
                order.OrderId, statement.AsOf, statement.CountedFrom, statement.CapDay, statement.Terms, statement.UnitPrice, statement.Amount, statement.IsFinal,
                order.ClaimedDamages(), statement.Lines);
        }
    }

    [Function(nameof(GetOrderDamages))]
    [RequiresRole(
        Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager, Role.Auditor, Role.NeedReporter, Role.BudgetHolder, Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/orders/{orderId}/damages")] HttpRequest request,
        string roundId, string orderId, FunctionContext context, CancellationToken cancellationToken)
    {
        var order = (await store.FindAsync<Order>(roundId, orderId, cancellationToken)).OrNotFound(orderId).Document;
        return OrderAccess.MaySee(context.Caller(), order)
            ? Reply.Ok(View.Of(order, context.Arrived()))
            : throw await attempts.RecordAsync(context, roundId, orderId, Refusals.NotFound(Order.Kind, orderId), cancellationToken);
    }
}
