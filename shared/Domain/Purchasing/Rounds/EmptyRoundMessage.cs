namespace Samkjop.Purchasing;

/// <summary>What every agency is told when a round closes with nothing to buy.</summary>
public static class EmptyRoundMessage
{
    /// <summary>The message to one agency.</summary>
    /// <exception cref="InvalidOperationException">The round is not closed for want of needs.</exception>
    public static OutboundMessage To(string agencyId, Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var closing = round.Closing ?? throw new InvalidOperationException($"Round '{round.RoundId}' is not closed.");
        var reason = closing.Reason ?? throw new InvalidOperationException($"Round '{round.RoundId}' closed with a purchase.");
        return new OutboundMessage(
            round.RoundId,
            $"round-empty-{agencyId}",
            MessageRecipient.Agency(agencyId),
            new Text($"Runde {round.RoundId} er avsluttet uten kjøp", $"Round {round.RoundId} has closed without a purchase"),
            new Text(
                $"{round.Title.No} er avsluttet. {reason.No} Ingen leverandører er invitert. Behov som fortsatt gjelder, meldes i neste runde.",
                $"{round.Title.En} has closed. {reason.En} No suppliers were invited. Needs that still stand are reported to the next round."),
            $"/api/rounds/{round.RoundId}",
            closing.At);
    }
}
