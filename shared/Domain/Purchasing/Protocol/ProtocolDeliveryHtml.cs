using NodaTime;
using Samkjop.Calendar;
using Samkjop.Documents;

namespace Samkjop.Purchasing.Protocol;

/// <summary>From letters to acceptance, for one lot.</summary>
internal static class ProtocolDeliveryHtml
{
    public static Html Contract(ProtocolLot lot) => Html.When(lot.Lot.Letters is not null, () => Html.Of($"""
        <h3>{new Text("Brev, karens og signering", "Letters, standstill and signatures")}</h3>
        <dl>
        <dt>{new Text("Brev sendt", "Letters sent")}</dt><dd>{ShortTime.Of(lot.Lot.Letters!.SentAt)}</dd>
        <dt>{new Text("Mottakere", "Recipients")}</dt><dd>{string.Join(", ", lot.LetterRecipients)}</dd>
        <dt>{new Text("Karensperiode", "Standstill")}</dt><dd>{lot.Standstill ?? new Text("Ingen.", "None.")}</dd>
        {Html.Each(lot.Lot.Signatures, signature => Html.Of($"""
            <dt>{(signature.Party is ContractParty.Buyer ? new Text("Signert av oppdragsgiver", "Signed by the buyer") : new Text("Signert av leverandør", "Signed by the supplier"))}</dt><dd>{ShortTime.Of(signature.At)} <code>{signature.By}</code></dd>
            """))}
        {Html.Each(lot.Notices, notice => Html.Of($"""
            <dt>{new Text("Kunngjøring av tildeling", "Award notice")} {notice.Key}</dt><dd>{notice.Explanation}{Html.Each(notice.Published.Where(p => p.LotIds.Contains(lot.Lot.LotId)), published =>
                Html.Of($"<br>{new Text("Kunngjort", "Published")} {ShortTime.Of(published.PublishedOn)}, {published.Reference}"))}</dd>
            """))}
        </dl>
        """));

    public static Html Orders(ProtocolLot lot, Instant asOf) => Html.When(lot.Orders.Length > 0, () => Html.Of($"""
        <h3>{new Text("Bestillinger", "Orders")}</h3>
        <table>
        <thead><tr><th>{new Text("Virksomhet og modell", "Agency and model")}</th><th class="num">{new Text("Antall", "Quantity")}</th><th class="num">{new Text("Pris", "Price")}</th><th class="num">{new Text("Sum", "Total")}</th>
        <th>{new Text("Bestilt – frist", "Placed – due")}</th><th>{new Text("Status", "State")}</th><th class="num">{new Text("Godtatt", "Accepted")}</th></tr></thead>
        <tbody>{Html.Each(lot.Orders, order => Row(order))}</tbody>
        <tfoot><tr><td>{new Text("Sum", "Total")}</td><td class="num">{lot.Orders.Sum(o => o.Order.Quantity)}</td><td></td><td class="num">{NorwegianNumber.Kroner(lot.Orders.Sum(o => o.Order.Quantity * o.Order.UnitPrice))}</td>
        <td></td><td></td><td class="num">{lot.Orders.Sum(o => o.Order.AcceptedQuantity)}</td></tr></tfoot>
        </table>
        {Html.When(lot.Orders.Any(o => o.Order.Entries.Length + o.Order.Reminders.Length > 0), () => Entries(lot))}
        {ProtocolRulingsHtml.Rulings(lot)}
        {ProtocolRulingsHtml.Damages(lot, asOf)}
        """));

    private static Html Row(ProtocolOrder line)
    {
        var order = line.Order;
        return Html.Of($"""
            <tr><td>{line.Agency}<br>{order.Model}</td><td class="num">{order.Quantity}</td><td class="num">{NorwegianNumber.Kroner(order.UnitPrice)}</td><td class="num">{NorwegianNumber.Kroner(order.Quantity * order.UnitPrice)}</td>
            <td>{ShortTime.Of(OsloTime.DateOf(order.PlacedAt))} – {ShortTime.Of(order.DueDate)}</td><td>{StateName(order.State)}</td><td class="num">{order.AcceptedQuantity}</td></tr>
            """);
    }

    private static Html Entries(ProtocolLot lot) => Html.Of($"""
        <h3>{new Text("Hendelser på bestillingene", "What was reported on the orders")}</h3>
        <table>
        <thead><tr><th>{new Text("Tid", "Time")}</th><th>{new Text("Virksomhet", "Agency")}</th><th>{new Text("Hendelse", "Entry")}</th><th class="num">{new Text("Antall", "Quantity")}</th><th>{new Text("Meldt", "Reported")}</th></tr></thead>
        <tbody>{Html.Each(
            lot.Orders.SelectMany(line => line.Order.Entries.Select(entry => (line.Agency, entry.ReportedAt, Row: EntryRow(line, entry)))
                .Concat(line.Order.Reminders.Select(reminder => (line.Agency, ReportedAt: reminder.At, Row: ReminderRow(line, reminder))))
                .Concat(line.Order.Escalations.Select(told => (line.Agency, ReportedAt: told.At, Row: EscalationRow(line, told)))))
                .OrderBy(row => row.ReportedAt).ThenBy(row => row.Agency, StringComparer.Ordinal),
            row => row.Row)}</tbody>
        </table>
        """);

    private static Html EntryRow(ProtocolOrder line, OrderEntry entry) => Html.Of($"""
        <tr><td>{ShortTime.Of(entry.ReportedAt)}</td><td>{line.Agency}</td><td>{KindName(entry.Kind)}{Html.When(entry.DelayedUntil is not null, () => Html.Of($" {new Text("til", "until")} {ShortTime.Of(entry.DelayedUntil!.Value)}"))}{Html.When(entry.HappenedOn is not null, () => Html.Of($" {new Text("den", "on")} {ShortTime.Of(entry.HappenedOn!.Value)}"))}{Html.When(entry.Note is not null, () => Html.Of($"<br>{entry.Note}"))}{Html.When(entry.Evidence is not null, () => Html.Of($"<br>{new Text("Dokumentasjon:", "Evidence:")} {entry.Evidence}"))}</td>
        <td class="num">{(entry.Quantity is { } quantity ? NorwegianNumber.Whole(quantity) : "–")}</td><td>{ChannelName(entry.Channel)} <code>{entry.By}</code></td></tr>
        """);

    private static Html ReminderRow(ProtocolOrder line, OrderReminder reminder) => Html.Of($"""
        <tr><td>{ShortTime.Of(reminder.At)}</td><td>{line.Agency}</td><td>{new Text($"purring {reminder.Number}", $"reminder {reminder.Number}")}</td><td class="num">–</td><td></td></tr>
        """);

    private static Html EscalationRow(ProtocolOrder line, OrderEscalation told) => Html.Of($"""
        <tr><td>{ShortTime.Of(told.At)}</td><td>{line.Agency}</td><td>{(told.Kind is OrderEscalationKind.Overdue ? new Text("eskalert: forsinket", "escalated: overdue") : new Text("eskalert: dagboten har nådd taket", "escalated: damages have reached their cap"))}</td><td class="num">–</td><td></td></tr>
        """);

    private static Text StateName(OrderState state) => state switch
    {
        OrderState.Placed => new("bestilt", "placed"),
        OrderState.Confirmed => new("bekreftet", "confirmed"),
        OrderState.Dispatched => new("sendt", "dispatched"),
        OrderState.Delivered => new("levert", "delivered"),
        OrderState.Accepted => new("godtatt", "accepted"),
        OrderState.Cancelled => new("avbestilt", "cancelled"),
        OrderState.Rejected => new("avvist av leverandøren", "rejected by the supplier"),
        OrderState.Terminated => new("hevet", "terminated"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    private static Text KindName(OrderEntryKind kind) => kind switch
    {
        OrderEntryKind.Confirmed => new("bekreftet", "confirmed"),
        OrderEntryKind.Dispatched => new("sendt", "dispatched"),
        OrderEntryKind.Delayed => new("forsinket", "delayed"),
        OrderEntryKind.Delivered => new("levert", "delivered"),
        OrderEntryKind.Accepted => new("godtatt", "accepted"),
        OrderEntryKind.Rejected => new("avvist", "rejected"),
        OrderEntryKind.Declined => new("bestillingen avvist av leverandøren", "order rejected by the supplier"),
        OrderEntryKind.CancellationAgreed => new("samtykke til avbestilling", "cancellation agreed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    private static Text ChannelName(OrderChannel channel) => channel switch
    {
        OrderChannel.Webhook => new("leverandørens system", "the supplier's system"),
        OrderChannel.SupplierUser => new("leverandøren", "the supplier"),
        OrderChannel.ContractManager => new("kontraktsforvalter", "contract manager"),
        OrderChannel.Agency => new("virksomheten", "the agency"),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not a channel."),
    };
}
