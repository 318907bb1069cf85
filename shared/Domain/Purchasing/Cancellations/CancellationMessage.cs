namespace Samkjop.Purchasing;

/// <summary>What every agency and every invited supplier is told when a round is cancelled.</summary>
public static class CancellationMessage
{
    /// <summary>The message to one recipient.</summary>
    /// <exception cref="InvalidOperationException">The round is not cancelled.</exception>
    public static OutboundMessage To(MessageRecipient recipient, Round round)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(round);
        var cancellation = round.Cancellation ?? throw new InvalidOperationException($"Round '{round.RoundId}' is not cancelled.");
        var advice = AdviceTo(recipient, round);
        return new OutboundMessage(
            round.RoundId,
            $"round-cancelled-{(recipient.Kind is RecipientKind.Supplier ? "supplier" : "agency")}-{recipient.Id}",
            recipient,
            new Text($"Avlyst: {round.Title.No}", $"Cancelled: {round.Title.En}"),
            new Text(
                $"Runde {round.RoundId} er avlyst. Begrunnelse: {cancellation.Reason.No} {advice.No}",
                $"Round {round.RoundId} is cancelled. Reason: {cancellation.Reason.En} {advice.En}"),
            $"/api/rounds/{round.RoundId}",
            cancellation.At);
    }

    private static Text AdviceTo(MessageRecipient recipient, Round round) => (recipient.Kind, round.OpenedAt) switch
    {
        (RecipientKind.Agency, _) => new("Ingenting kjøpes i runden. Behov som fortsatt gjelder, meldes i neste runde.", "Nothing is bought in the round. Needs that still stand are reported to the next one."),
        (_, null) => new("Ingen tilbud er åpnet, og de blir ikke åpnet.", "No bid has been opened, and none will be."),
        _ => new("Ingen kontrakt blir tildelt.", "No contract will be awarded."),
    };
}
