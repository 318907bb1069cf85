namespace Samkjop.Purchasing;

/// <summary>What each agency with needs in a lot is told when it got no valid bid and it was decided what becomes of it, or when it was cancelled.</summary>
public static class LotOutcomeMessage
{
    /// <summary>The message to one agency.</summary>
    /// <exception cref="ArgumentException">Nothing is decided of the lot.</exception>
    public static OutboundMessage To(string agencyId, Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var outcome = lot.Outcome ?? throw new ArgumentException("Nothing is decided of the lot.", nameof(lot));
        var vehicles = lot.Content.Lines.Where(line => line.AgencyId == agencyId).Sum(line => line.Quantity);
        var advice = AdviceOf(outcome);
        return new OutboundMessage(
            lot.RoundId,
            $"lot-outcome-{lot.LotId}-{agencyId}",
            MessageRecipient.Agency(agencyId),
            outcome.IsCancellation
                ? new Text($"Avlyst: {lot.LotId}, {lot.Content.Title.No}", $"Cancelled: {lot.LotId}, {lot.Content.Title.En}")
                : new Text($"Ingen gyldige tilbud på {lot.LotId}: {lot.Content.Title.No}", $"No valid bids for {lot.LotId}: {lot.Content.Title.En}"),
            outcome.IsCancellation
                ? new Text(
                    $"Delkontrakten med {vehicles} kjøretøy for dere er avlyst. Begrunnelse: {outcome.Reason.No} {advice.No}",
                    $"The lot with {vehicles} vehicles of yours is cancelled. Reason: {outcome.Reason.En} {advice.En}")
                : new Text(
                    $"Delkontrakten med {vehicles} kjøretøy for dere fikk ingen gyldige tilbud. Begrunnelse for det som skjer nå: {outcome.Reason.No} {advice.No}",
                    $"The lot with {vehicles} vehicles of yours got no valid bids. Reason for what happens now: {outcome.Reason.En} {advice.En}"),
            $"/api/rounds/{lot.RoundId}/lots/{lot.LotId}",
            outcome.At);
    }

    private static Text AdviceOf(LotOutcome outcome) => (outcome.Kind, outcome.NextRoundId) switch
    {
        (LotOutcomeKind.Close, _) => new(
            "Delkontrakten er avsluttet uten kjøp. Gjelder behovet fortsatt, meld det i en senere runde.",
            "The lot is closed without a purchase. If the need still stands, report it to a later round."),
        (_, { } next) => new(
            $"Behovene legges inn som utkast i runde {next}. Bekreft, endre eller trekk dem der.", $"The needs are entered as drafts in round {next}. Confirm, edit or withdraw them there."),
        _ => new(
            "Behovene legges inn som utkast når neste runde åpner. Bekreft, endre eller trekk dem da.",
            "The needs are entered as drafts when the next round opens. Confirm, edit or withdraw them then."),
    };
}
