using NodaTime;
using Samkjop.Documents;
using Samkjop.Purchasing.AwardNotices;

namespace Samkjop.Purchasing.Orders;

/// <summary>The deliveries of a round as a section of its report: how far they have come, what delays cost, and the award notices that are owed.</summary>
public static class DeliveryReportHtml
{
    /// <summary>The section; nothing before orders are placed.</summary>
    /// <param name="orders">The orders that the reader may see.</param>
    /// <param name="notices">The award notices; none for readers whom they do not concern.</param>
    /// <param name="now">When it is produced.</param>
    public static Html Section(IReadOnlyCollection<Order> orders, IReadOnlyCollection<AwardNotice> notices, Instant now)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(notices);
        return Html.When(orders.Count + notices.Count > 0, () => Html.Of($"""
            <section>
            <h2>{new Text("Leveranser", "Deliveries")}</h2>
            {Html.When(orders.Count > 0, () => Table(RoundDeliveries.Of(orders, now)))}
            {Html.Each(notices, notice => Html.Of($"<p>{NoticeText(notice)}</p>"))}
            </section>
            """));
    }

    private static Html Table(RoundDeliveries deliveries) => Html.Of($"""
        <table>
        <thead><tr><th>{new Text("Delkontrakt", "Lot")}</th><th class="num">{new Text("Bestilt", "Ordered")}</th><th class="num">{new Text("Levert", "Delivered")}</th>
        <th class="num">{new Text("Godtatt", "Accepted")}</th><th class="num">{new Text("Gjenstår", "Remaining")}</th><th class="num">{new Text("Frigitt", "Released")}</th>
        <th class="num">{new Text("Dagbot", "Damages")}</th><th class="num">{new Text("Krevd", "Claimed")}</th></tr></thead>
        <tbody>{Html.Each(deliveries.Lots, lot => Html.Of($"<tr><td>{lot.LotId}</td>{Cells(lot.Sum, lot.Damages, lot.Claimed)}</tr>"))}</tbody>
        <tfoot><tr><td>{new Text("Sum", "Total")}</td>{Cells(deliveries.Sum, deliveries.Damages, deliveries.Claimed)}</tr></tfoot>
        </table>
        """);

    private static Html Cells(DeliverySum sum, decimal damages, decimal claimed) => Html.Of($"""
        <td class="num">{sum.Ordered}</td><td class="num">{sum.Delivered}</td><td class="num">{sum.Accepted}</td><td class="num">{sum.Remaining}</td><td class="num">{sum.Released}</td>
        <td class="num">{NorwegianNumber.Kroner(damages)}</td><td class="num">{NorwegianNumber.Kroner(claimed)}</td>
        """);

    private static Text NoticeText(AwardNotice notice)
    {
        var (due, lots) = (ShortTime.Of(notice.Due), string.Join(", ", notice.LotIds));
        var published = string.Join(", ", notice.Published.Select(p => $"{ShortTime.Of(p.PublishedOn)} ({p.Reference})"));
        return notice.Outstanding.IsEmpty
            ? new($"Kunngjøring {notice.Key} for {lots}: publisert {published}.", $"Award notice {notice.Key} for {lots}: published {published}.")
            : new($"Kunngjøring {notice.Key} for {lots}: frist {due}, gjenstår for {string.Join(", ", notice.Outstanding)}.",
                $"Award notice {notice.Key} for {lots}: due {due}, outstanding for {string.Join(", ", notice.Outstanding)}.");
    }
}
