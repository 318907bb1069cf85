using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>What is reported about an order, and the agency's acceptance.</summary>
public static class OrderDecisions
{
    /// <summary>Most entries of one order.</summary>
    public const int MaxEntries = 200;

    /// <summary>Farthest that a delivery can be put off, years after the contract's last day.</summary>
    public const int MaxDelayYears = 3;

    /// <summary>Longest note, evidence or reason, in characters.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>
    /// Records a report. One that comes late, after what it announces, is kept for the record and changes nothing else; a repeated id changes nothing.
    /// </summary>
    public static Decision<Order> Record(Order order, RecordEntry command)
    {
        if (Find(order, command.EntryId) is not null)
            return Decision.Unchanged(order);
        if (command.Kind is OrderEntryKind.Accepted or OrderEntryKind.Rejected or OrderEntryKind.CancellationAgreed)
            return OrderRefusals.OnlyTheAgencyJudges();
        if (command.Quantity is { } quantity && (quantity < 1 || quantity > order.Quantity))
            return OrderRefusals.QuantityOutOfBounds(order.Quantity);
        if (command.Note?.Length > MaxTextLength || command.Evidence?.Length > MaxTextLength)
            return OrderRefusals.TextTooLong();
        if (command.Channel is OrderChannel.ContractManager && string.IsNullOrWhiteSpace(command.Evidence))
            return OrderRefusals.EvidenceMissing();
        if (command.Kind is OrderEntryKind.Declined && string.IsNullOrWhiteSpace(command.Note))
            return OrderRefusals.DeclineReasonMissing();
        if (DateProblem(order, command) is { } problem)
            return problem;
        if (order.EndedEarly() is { } ended)
            return ended;

        return Add(order, new OrderEntry(
            command.EntryId, command.Kind, command.Quantity, command.Now, command.By, command.Channel, command.Note, command.Evidence,
            command.DelayedUntil, command.HappenedOn));
    }

    /// <summary>
    /// The agency accepts or rejects what was delivered. Rejected vehicles count as not delivered, so that they can be delivered again.
    /// </summary>
    public static Decision<Order> Judge(Order order, JudgeDelivery command)
    {
        if (Find(order, command.EntryId) is not null)
            return Decision.Unchanged(order);
        if (!command.Accepted && string.IsNullOrWhiteSpace(command.Reason))
            return OrderRefusals.RejectionReasonMissing();
        if (command.Reason?.Length > MaxTextLength)
            return OrderRefusals.TextTooLong();
        if (order.State is OrderState.Cancelled)
            return OrderRefusals.Cancelled(order.OrderId);

        var toJudge = OrderProgress.Of(order).ToJudge;
        if (toJudge == 0)
            return OrderRefusals.NothingToJudge(order.OrderId);
        if (command.Quantity is { } quantity && (quantity < 1 || quantity > toJudge))
            return OrderRefusals.JudgedQuantityOutOfBounds(toJudge);

        return Add(order, new OrderEntry(
            command.EntryId, command.Accepted ? OrderEntryKind.Accepted : OrderEntryKind.Rejected, command.Quantity ?? toJudge, command.Now,
            command.By, OrderChannel.Agency, command.Reason));
    }

    /// <summary>The agency agrees that its order is cancelled before anything is delivered; the contract manager then may.</summary>
    public static Decision<Order> AgreeToCancel(Order order, AgreeToCancel command)
    {
        if (Find(order, command.EntryId) is not null)
            return Decision.Unchanged(order);
        if (string.IsNullOrWhiteSpace(command.Reason))
            return OrderRefusals.RejectionReasonMissing();
        if (command.Reason.Length > MaxTextLength)
            return OrderRefusals.TextTooLong();
        if (order.EndedEarly() is { } ended)
            return ended;
        if (order.DeliveredQuantity > 0)
            return RulingRefusals.VehiclesDelivered(order.OrderId);

        return Add(order, new OrderEntry(
            command.EntryId, OrderEntryKind.CancellationAgreed, order.Quantity, command.Now, command.By, OrderChannel.Agency, command.Reason));
    }

    /// <summary>The order with the state and the quantities that its entries and rulings add up to.</summary>
    internal static Order Summed(this Order order)
    {
        var progress = OrderProgress.Of(order);
        return order with { State = progress.State, DeliveredQuantity = progress.Delivered, AcceptedQuantity = progress.Accepted };
    }

    /// <summary>Why nothing more is taken for an order that was cancelled or terminated; null for others.</summary>
    internal static Refusal? EndedEarly(this Order order) => order.State switch
    {
        OrderState.Cancelled => OrderRefusals.Cancelled(order.OrderId),
        OrderState.Terminated => OrderRefusals.Terminated(order.OrderId),
        _ => null,
    };

    private static Refusal? DateProblem(Order order, RecordEntry command)
    {
        if (command.DelayedUntil is { } until && (command.Kind is not OrderEntryKind.Delayed || until <= order.DeliverBy || until > LatestDate(order)))
            return OrderRefusals.DelayedUntilOutOfBounds(order.DeliverBy, LatestDate(order));
        var (placed, today) = (OsloTime.DateOf(order.PlacedAt), OsloTime.DateOf(command.Now));
        return command.HappenedOn is { } day && (command.Channel is not OrderChannel.ContractManager || day < placed || day > today)
            ? OrderRefusals.HappenedOnOutOfBounds(placed, today)
            : null;
    }

    /// <summary>The farthest day that a delivery can be put off to.</summary>
    internal static LocalDate LatestDate(Order order) => order.DeliverBy.PlusYears(MaxDelayYears);

    private static Decision<Order> Add(Order order, OrderEntry entry)
    {
        if (order.Entries.Length >= MaxEntries)
            return OrderRefusals.LogFull(order.OrderId);
        var next = (order with { Entries = order.Entries.Add(entry) }).Summed();
        ImmutableArray<DomainEvent> recorded = [new OrderEntryRecorded(order.OrderId, entry.EntryId, entry.Kind, entry.Quantity, entry.Channel)];
        return Decision.Accept(next, next.State is OrderState.Accepted && order.State is not OrderState.Accepted ? recorded.Add(new OrderAccepted(order.OrderId)) : recorded);
    }

    private static OrderEntry? Find(Order order, string entryId) => order.Entries.FirstOrDefault(entry => entry.EntryId == entryId);
}
