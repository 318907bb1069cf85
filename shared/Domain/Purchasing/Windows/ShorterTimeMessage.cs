using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>What each invited supplier is told when a shorter time is proposed.</summary>
public static class ShorterTimeMessage
{
    /// <summary>Every message to one supplier about the proposal: that it was made, and that somebody declined, not who.</summary>
    public static IEnumerable<OutboundMessage> Of(string supplierId, Round round, ShorterTime proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        yield return To(supplierId, round, proposal);
        if (proposal.DeclinedAt is { } at)
        {
            var closes = OsloFormat.Deadline(proposal.From);
            yield return new OutboundMessage(
                round.RoundId,
                $"{Notices.IdPrefix}shorter-{proposal.Number}-declined-{supplierId}",
                MessageRecipient.Supplier(supplierId),
                new Text($"Tilbudsfristen står: {round.Title.No}", $"The closing stands: {round.Title.En}"),
                new Text(
                    $"Ikke alle samtykket til kortere frist. Tilbudsfristen {closes.No} ble ikke forkortet.",
                    $"Not all consented to a shorter time. The closing {closes.En} was not moved to an earlier time."),
                $"/api/rounds/{round.RoundId}/bid-window",
                at);
        }
    }

    /// <summary>The message to one supplier.</summary>
    public static OutboundMessage To(string supplierId, Round round, ShorterTime proposal)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(proposal);
        var (from, to) = (OsloFormat.Deadline(proposal.From), OsloFormat.Deadline(proposal.To));
        return new OutboundMessage(
            round.RoundId,
            $"{Notices.IdPrefix}shorter-{proposal.Number}-{supplierId}",
            MessageRecipient.Supplier(supplierId),
            new Text($"Forslag om kortere tilbudsfrist: {round.Title.No}", $"A shorter time is proposed: {round.Title.En}"),
            new Text(
                $"Oppdragsgiver foreslår tilbudsfrist {to.No} i stedet for {from.No}. Begrunnelse: {proposal.Reason.No} Fristen flyttes bare hvis alle inviterte samtykker før den foreslåtte fristen. Du kan fritt si nei, eller la være å svare; da står fristen.",
                $"The buyer proposes that the window close {to.En} instead of {from.En}. Reason: {proposal.Reason.En} The closing is moved only if all invited consent before the proposed closing. You are free to decline, or not to answer; then the closing stands."),
            $"/api/rounds/{round.RoundId}/bid-window",
            proposal.ProposedAt);
    }
}
