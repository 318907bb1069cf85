using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>What the contract manager decides about an order: a supplier's rejection, a delay, an early end, and damages.</summary>
public static class Rulings
{
    /// <summary>Most rulings of one order.</summary>
    public const int MaxRulings = 50;

    /// <summary>Records a ruling; a repeated id changes nothing.</summary>
    public static Decision<Order> Rule(Order order, RuleOnOrder command)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(command);
        if (order.Rulings.Any(ruling => ruling.RulingId == command.RulingId))
            return Decision.Unchanged(order);
        if (string.IsNullOrWhiteSpace(command.Reason))
            return RulingRefusals.ReasonMissing();
        if (command.Reason.Length > OrderDecisions.MaxTextLength)
            return OrderRefusals.TextTooLong();
        if (order.Rulings.Length >= MaxRulings)
            return RulingRefusals.TooManyRulings(order.OrderId);

        var ruling = new OrderRuling(command.RulingId, command.Kind, command.Reason, command.By, command.Now);
        return command.Kind switch
        {
            OrderRulingKind.DamagesClaimed or OrderRulingKind.DamagesWaived => SettleDamages(order, ruling, command.Amount),
            _ when order.EndedEarly() is { } ended => ended,
            _ when order.HasEnded => RulingRefusals.Ended(order.OrderId),
            OrderRulingKind.Sustained => Sustain(order, ruling),
            OrderRulingKind.DateAccepted => AcceptDate(order, ruling, command),
            OrderRulingKind.DateRefused => HasDelay(order) ? Add(order, ruling) : RulingRefusals.NoDelay(order.OrderId),
            OrderRulingKind.Cancelled => Cancel(order, ruling),
            OrderRulingKind.Terminated => Terminate(order, ruling, command.Ground),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "Not a ruling."),
        };
    }

    private static Decision<Order> Sustain(Order order, OrderRuling ruling)
    {
        var rejections = OrderProgress.UnansweredRejections(order.Entries, order.Rulings);
        return rejections.IsEmpty ? RulingRefusals.NothingDeclined(order.OrderId) : Add(order, ruling with { Answers = rejections });
    }

    private static Decision<Order> AcceptDate(Order order, OrderRuling ruling, RuleOnOrder command)
    {
        if (!HasDelay(order))
            return RulingRefusals.NoDelay(order.OrderId);
        var latest = OrderDecisions.LatestDate(order);
        return command.Date is { } date && date > order.DeliverBy && date <= latest
            ? Add(order, ruling with { Date = date, WithoutDamages = command.WithoutDamages })
            : RulingRefusals.DateOutOfBounds(order.DeliverBy, latest);
    }

    /// <summary>Before anything is delivered, and only where the supplier rejects the order or the agency agrees.</summary>
    private static Decision<Order> Cancel(Order order, OrderRuling ruling)
    {
        if (order.DeliveredQuantity > 0)
            return RulingRefusals.VehiclesDelivered(order.OrderId);
        return order.State is OrderState.Rejected || order.Entries.Any(entry => entry.Kind is OrderEntryKind.CancellationAgreed)
            ? Add(order, ruling)
            : RulingRefusals.AgreementMissing(order.OrderId);
    }

    private static Decision<Order> Terminate(Order order, OrderRuling ruling, TerminationGround? ground)
    {
        if (ground is null)
            return RulingRefusals.GroundMissing();
        if (order.RemainingQuantity == 0)
            return RulingRefusals.NothingLeft(order.OrderId);
        return ground is TerminationGround.DamagesCapReached && !LiquidatedDamages.Of(order, ruling.At).CapIsReached
            ? RulingRefusals.CapNotReached(order.OrderId, LiquidatedDamages.CapDayOf(order))
            : Add(order, ruling with { Ground = ground });
    }

    private static Decision<Order> SettleDamages(Order order, OrderRuling ruling, decimal? amount)
    {
        var calculated = LiquidatedDamages.Of(order, ruling.At).Amount;
        if (calculated == 0)
            return RulingRefusals.NoDamages(order.OrderId);
        if (ruling.Kind is OrderRulingKind.DamagesWaived)
            return Add(order, ruling with { Amount = 0, Calculated = calculated });
        return amount is null || (amount > 0 && amount <= calculated && decimal.Round(amount.Value, 2) == amount)
            ? Add(order, ruling with { Amount = amount ?? calculated, Calculated = calculated })
            : RulingRefusals.AmountOutOfBounds(calculated);
    }

    private static bool HasDelay(Order order) => order.Entries.Any(entry => entry.Kind is OrderEntryKind.Delayed);

    private static Decision<Order> Add(Order order, OrderRuling ruling)
    {
        var next = (order with { Rulings = order.Rulings.Add(ruling) }).Summed();
        return Decision.Accept(next, ruling.Kind switch
        {
            OrderRulingKind.Cancelled => new OrderCancelled(order.OrderId, next.ReleasedQuantity),
            OrderRulingKind.Terminated => new OrderTerminated(order.OrderId, ruling.Ground!.Value, next.ReleasedQuantity),
            _ => new OrderRuled(order.OrderId, ruling.RulingId, ruling.Kind, ruling.Date, ruling.Amount),
        });
    }
}
