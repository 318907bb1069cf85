using System.Collections.Immutable;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>What is reported about an order, and the agency's acceptance.</summary>
public static class OrderDecisions
{
    /// <summary>Most entries of one order.</summary>
    public const int MaxEntries = 200;

    /// <summary>Longest note, evidence or reason, in characters.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>
    /// Records a report. One that comes late, after what it announces, is kept for the record and changes nothing else; a repeated id changes nothing.
    /// </summary>
    public static Decision<Order> Record(Order order, RecordEntry command)
    {
        if (Find(order, command.EntryId) is not null)
            return Decision.Unchanged(order);
        if (command.Kind is OrderEntryKind.Accepted or OrderEntryKind.Rejected)
            return OrderRefusals.OnlyTheAgencyJudges();
        if (command.Quantity is { } quantity && (quantity < 1 || quantity > order.Quantity))
            return OrderRefusals.QuantityOutOfBounds(order.Quantity);
        if (command.Note?.Length > MaxTextLength || command.Evidence?.Length > MaxTextLength)
            return OrderRefusals.TextTooLong();
        if (command.Channel is OrderChannel.ContractManager && string.IsNullOrWhiteSpace(command.Evidence))
            return OrderRefusals.EvidenceMissing();
        if (order.State is OrderState.Cancelled)
            return OrderRefusals.Cancelled(order.OrderId);

        return Add(order, new OrderEntry(
            command.EntryId, command.Kind, command.Quantity, command.Now, command.By, command.Channel, command.Note, command.Evidence));
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

        var toJudge = OrderProgress.Of(order.Quantity, order.Entries).ToJudge;
        if (toJudge == 0)
            return OrderRefusals.NothingToJudge(order.OrderId);
        if (command.Quantity is { } quantity && (quantity < 1 || quantity > toJudge))
            return OrderRefusals.JudgedQuantityOutOfBounds(toJudge);

        return Add(order, new OrderEntry(
            command.EntryId, command.Accepted ? OrderEntryKind.Accepted : OrderEntryKind.Rejected, command.Quantity ?? toJudge, command.Now,
            command.By, OrderChannel.Agency, command.Reason));
    }

    private static Decision<Order> Add(Order order, OrderEntry entry)
    {
        if (order.Entries.Length >= MaxEntries)
            return OrderRefusals.LogFull(order.OrderId);
        var entries = order.Entries.Add(entry);
        var progress = OrderProgress.Of(order.Quantity, entries);
        var next = order with
        {
            Entries = entries,
            State = progress.State,
            DeliveredQuantity = progress.Delivered,
            AcceptedQuantity = progress.Accepted,
        };
        ImmutableArray<DomainEvent> recorded = [new OrderEntryRecorded(order.OrderId, entry.EntryId, entry.Kind, entry.Quantity, entry.Channel)];
        return Decision.Accept(next, next.HasEnded && !order.HasEnded ? recorded.Add(new OrderAccepted(order.OrderId)) : recorded);
    }

    private static OrderEntry? Find(Order order, string entryId) => order.Entries.FirstOrDefault(entry => entry.EntryId == entryId);
}
