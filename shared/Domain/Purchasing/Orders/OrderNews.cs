using Samkjop.Calendar;
using Samkjop.Documents;
using Samkjop.People;

namespace Samkjop.Purchasing.Orders;

/// <summary>Whom a report or a ruling concerns, and what they are told: each once.</summary>
public static class OrderNews
{
    /// <summary>What a report is told as; nothing for those that people look up when they want to.</summary>
    public static IEnumerable<OutboundMessage> OfEntry(Order order, string entryId)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Entries.FirstOrDefault(entry => entry.EntryId == entryId) is not { } entry || TextOf(order, entry) is not { } text)
            return [];
        return RecipientsOf(order, entry.Kind).Select((to, i) => new OutboundMessage(
            order.RoundId, $"news-{order.OrderId}-{order.Entries.IndexOf(entry)}-{i}", to, text.Subject, text.Body, OrderMessages.LinkTo(order), entry.ReportedAt));
    }

    /// <summary>What a ruling is told as, to supplier and agency.</summary>
    public static IEnumerable<OutboundMessage> OfRuling(Order order, string rulingId)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Rulings.FirstOrDefault(ruling => ruling.RulingId == rulingId) is not { } ruling)
            return [];
        var (number, what) = (order.Rulings.IndexOf(ruling), TextOf(order, ruling));
        return new[] { MessageRecipient.Supplier(order.SupplierId), MessageRecipient.Agency(order.AgencyId) }.Select((to, i) => new OutboundMessage(
            order.RoundId, $"ruling-{order.OrderId}-{number}-{i}", to,
            new Text($"Avgjørelse om {order.OrderId}", $"Decision about {order.OrderId}"),
            new Text($"{what.No} Begrunnelse: {ruling.Reason}", $"{what.En} Reason: {ruling.Reason}"),
            OrderMessages.LinkTo(order), ruling.At));
    }

    /// <summary>What an escalation is told as, to contract manager, officers and agency.</summary>
    public static IEnumerable<OutboundMessage> OfEscalation(Order order, OrderEscalation escalation)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(escalation);
        var left = order.Quantity - order.DeliveredQuantity;
        var (due, amount) = (OsloFormat.Day(order.DueDate), NorwegianNumber.Kroner(LiquidatedDamages.Of(order, escalation.At).Amount));
        var (subject, body) = escalation.Kind is OrderEscalationKind.Overdue
            ? (new Text($"{order.OrderId} er {order.Terms.EscalationDays} dager forsinket", $"{order.OrderId} is {order.Terms.EscalationDays} days overdue"),
                new Text(
                    $"{left} av {order.Quantity} kjøretøy skulle vært levert senest {due.No}. Påløpt dagbot er {amount}. Ta det opp med leverandøren, og avgjør om fristen flyttes eller bestillingen heves.",
                    $"{left} of {order.Quantity} vehicle(s) were due on {due.En}. Damages so far are {amount}. Take it up with the supplier, and decide whether the day is moved or the order terminated."))
            : (new Text($"Dagboten for {order.OrderId} har nådd taket", $"The damages of {order.OrderId} have reached their cap"),
                new Text(
                    $"{left} av {order.Quantity} kjøretøy mangler, og dagboten øker ikke lenger: {amount}. Bestillingen kan heves på det grunnlaget.",
                    $"{left} of {order.Quantity} vehicle(s) are missing, and damages no longer rise: {amount}. The order can be terminated on that ground."));
        MessageRecipient[] recipients = [MessageRecipient.Role(Role.ContractManager), MessageRecipient.Role(Role.ProcurementOfficer), MessageRecipient.Agency(order.AgencyId)];
        var day = NodaTime.Text.LocalDatePattern.Iso.Format(escalation.Day);
        var kind = escalation.Kind is OrderEscalationKind.Overdue ? "overdue" : "cap";
        return recipients.Select((to, i) => new OutboundMessage(
            order.RoundId, $"escalation-{kind}-{order.OrderId}-{day}-{i}", to, subject, body, OrderMessages.LinkTo(order), escalation.At));
    }

    private static IEnumerable<MessageRecipient> RecipientsOf(Order order, OrderEntryKind kind) => kind is OrderEntryKind.CancellationAgreed
        ? [MessageRecipient.Role(Role.ContractManager)]
        : kind is OrderEntryKind.Rejected
            ? [MessageRecipient.Supplier(order.SupplierId)]
            : [MessageRecipient.Agency(order.AgencyId), MessageRecipient.Role(Role.ContractManager)];

    private static (Text Subject, Text Body)? TextOf(Order order, OrderEntry entry) => entry.Kind switch
    {
        OrderEntryKind.Declined => (
            new Text($"Leverandøren avviser {order.OrderId}", $"The supplier rejects {order.OrderId}"),
            new Text(
                $"Begrunnelse: {entry.Note} Leverandøren er bundet av kontrakten til kontraktsforvalteren har avgjort saken.",
                $"Reason: {entry.Note} The supplier is bound by the contract until the contract manager has decided.")),
        OrderEntryKind.Delayed => (
            new Text($"{order.OrderId} er meldt forsinket", $"{order.OrderId} is announced as delayed"),
            DelayText(order, entry)),
        OrderEntryKind.Rejected => (
            new Text($"Levering avvist: {order.OrderId}", $"Delivery rejected: {order.OrderId}"),
            new Text(
                $"{entry.Quantity} kjøretøy er avvist og regnes som ikke levert. Begrunnelse: {entry.Note} Lever på nytt.",
                $"{entry.Quantity} vehicle(s) were rejected and count as not delivered. Reason: {entry.Note} Deliver again.")),
        OrderEntryKind.CancellationAgreed => (
            new Text($"Virksomheten samtykker til avbestilling: {order.OrderId}", $"The agency agrees to cancel {order.OrderId}"),
            new Text($"Begrunnelse: {entry.Note} Du kan avbestille så lenge ingenting er levert.", $"Reason: {entry.Note} You can cancel as long as nothing is delivered.")),
        _ => null,
    };

    private static Text DelayText(Order order, OrderEntry entry)
    {
        var due = OsloFormat.Day(order.DueDate);
        var until = entry.DelayedUntil is { } day
            ? new Text($"Leverandøren melder {OsloFormat.Day(day).No}.", $"The supplier announces {OsloFormat.Day(day).En}.")
            : new Text("Leverandøren har ikke oppgitt noen ny dag.", "The supplier has not given a new day.");
        return new(
            $"{until.No} Fristen er fortsatt {due.No} til kontraktsforvalteren godtar en annen.",
            $"{until.En} The last day is still {due.En} until the contract manager accepts another.");
    }

    private static Text TextOf(Order order, OrderRuling ruling)
    {
        var (due, released) = (OsloFormat.Day(ruling.Date ?? order.DueDate), order.ReleasedQuantity);
        return ruling.Kind switch
        {
            OrderRulingKind.Sustained => new(
                "Avvisningen tas ikke til følge: leverandøren er bundet av kontrakten, og bestillingen står.",
                "The rejection is not taken: the supplier is bound by the contract, and the order stands."),
            OrderRulingKind.DateAccepted when ruling.WithoutDamages => new($"Ny leveringsfrist er {due.No}; dagbot regnes fra den.", $"The new last day of delivery is {due.En}; damages are counted from it."),
            OrderRulingKind.DateAccepted => new($"Ny leveringsfrist er {due.No}; dagbot regnes fortsatt fra kontraktens frist.", $"The new last day of delivery is {due.En}; damages are still counted from the contract's."),
            OrderRulingKind.DateRefused => new($"Forsinkelsen godtas ikke; fristen er fortsatt {due.No}.", $"The delay is not agreed to; the last day is still {due.En}."),
            OrderRulingKind.Cancelled => new(
                $"Bestillingen er avbestilt. {released} kjøretøy er frigitt; virksomheten melder dem som behov i neste runde hvis de fortsatt trengs.",
                $"The order is cancelled. {released} vehicle(s) are released; the agency reports them as needs of the next round if they are still wanted."),
            OrderRulingKind.Terminated => new(
                $"Bestillingen er hevet. Det som er levert, beholdes; {released} kjøretøy er frigitt, og virksomheten melder dem som behov i neste runde hvis de fortsatt trengs.",
                $"The order is terminated. What was delivered is kept; {released} vehicle(s) are released, and the agency reports them as needs of the next round if they are still wanted."),
            OrderRulingKind.DamagesClaimed => new(
                $"Dagbot kreves: {NorwegianNumber.Kroner(ruling.Amount!.Value)} av {NorwegianNumber.Kroner(ruling.Calculated!.Value)} som er beregnet.",
                $"Damages are claimed: {NorwegianNumber.Kroner(ruling.Amount!.Value)} of {NorwegianNumber.Kroner(ruling.Calculated!.Value)} calculated."),
            OrderRulingKind.DamagesWaived => new(
                $"Dagboten frafalles: {NorwegianNumber.Kroner(ruling.Calculated!.Value)} kreves ikke.",
                $"Damages are waived: {NorwegianNumber.Kroner(ruling.Calculated!.Value)} are not claimed."),
            _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling.Kind, "Not a ruling."),
        };
    }
}
