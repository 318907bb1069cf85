using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Host.Scenarios;

/// <summary>Several events of one kind and instant as one sentence.</summary>
internal sealed class EventGroups(Names names)
{
    private const int Few = 3;

    /// <summary>Who and what; null where each event is told on its own. Who is null where all events are one actor's.</summary>
    public (string? Who, string What)? Of(IReadOnlyList<DomainEvent> told) => told[0] switch
    {
        NeedPinned => (null, $"pins {EventTexts.Plural(told.Count, "approved need")}"),
        _ when told.Count < Few => null,
        NeedApproved => ("The budget holders", $"approve {told.Count} needs: {string.Join(", ", told.Cast<NeedApproved>().Select(n => names.Agency(n.AgencyId)).Distinct())}"),
        BidScored first => (null, Scored(first, [.. told.Cast<BidScored>()])),
        LotChecked => (null, $"finds admissible bids: {string.Join(", ", told.Cast<LotChecked>().Select(l => $"{l.Admissible} of {l.Bids} in {Names.Lot(l.LotId)}"))}"),
        AwardProposed => (null, $"proposes to award {string.Join(", ", told.Cast<AwardProposed>().Select(a => $"{Names.Lot(a.LotId)} to {names.Supplier(a.SupplierId)}"))}"),
        AwardDecided => (null, $"awards {string.Join(", ", told.Cast<AwardDecided>().Select(a => $"{Names.Lot(a.LotId)} to {names.Supplier(a.SupplierId)}"))}"),
        AwardLettersSent first => (null, $"sends {told.Cast<AwardLettersSent>().Sum(l => l.Recipients.Length)} letters for {told.Count} lots, all at once{EventTexts.Standstill(first)}"),
        StandstillEnded => (null, $"ends the standstill of {string.Join(", ", told.Cast<StandstillEnded>().Select(l => Names.Lot(l.LotId)))}"),
        OrderPlaced first => (null, $"places {told.Count} orders with {names.Supplier(first.SupplierId)} in {Names.Lot(first.LotId)}: "
            + string.Join(", ", told.Cast<OrderPlaced>().Select(o => $"{names.Agency(o.AgencyId)} {o.Quantity}"))),
        OrderEntryRecorded first => Recorded(first, [.. told.Cast<OrderEntryRecorded>()]),
        OrderAccepted => ("The agencies", $"have accepted every vehicle of {told.Count} orders"),
        SupplierReminded => (null, $"reminds the suppliers of {told.Count} overdue orders: {string.Join("; ", told.Cast<SupplierReminded>().Select(r => names.Order(r.OrderId)))}"),
        _ => null,
    };

    private static string Scored(BidScored first, IReadOnlyList<BidScored> all) =>
        $"gives points with reasons to {all.Count} bids in {EventTexts.Plural(all.Select(s => s.LotId).Distinct().Count(), "lot")}: "
        + string.Join(", ", first.Points.Select(p => p.CriterionId));

    private (string? Who, string What) Recorded(OrderEntryRecorded first, IReadOnlyList<OrderEntryRecorded> all)
    {
        var orders = string.Join("; ", all.Select(e => (Parts: names.OrderParts(e.OrderId), e.Quantity)).GroupBy(e => e.Parts.Lot)
            .Select(lot => $"{lot.Key}: {string.Join(", ", lot.Select(e => e.Quantity is { } quantity ? $"{e.Parts.Agency} {quantity}" : e.Parts.Agency))}"));
        return first.Kind is OrderEntryKind.Accepted
            ? ("The agencies", $"accept {all.Count} deliveries; {orders}")
            : (null, $"{EventTexts.Verb(first.Kind)} {all.Count} orders ({EventTexts.Channel(first.Channel)}); {orders}");
    }
}
