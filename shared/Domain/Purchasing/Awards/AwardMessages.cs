namespace Samkjop.Purchasing.Awards;

/// <summary>What bidders are told of an award: that there is a letter, never what it says.</summary>
public static class AwardMessages
{
    public static OutboundMessage LetterReady(Round round, Lot lot, LetterDispatch dispatch, string supplierId)
    {
        var title = lot.Content.Title;
        var standstill = LetterTexts.StandstillOf(dispatch);
        return new(
            round.RoundId, $"award-{lot.LotId}-{supplierId}", MessageRecipient.Supplier(supplierId),
            new Text($"{round.Title.No}: valg av leverandør for {title.No}", $"{round.Title.En}: award of {title.En}"),
            lot.Award is null
                ? new Text("Delkontrakten er avsluttet uten tildeling. Brevet med begrunnelse er klart til å leses.", "The lot ended without an award. The letter with reasons is ready to be read.")
                : new Text($"Brevet med begrunnelse er klart til å leses. {standstill.No}", $"The letter with reasons is ready to be read. {standstill.En}"),
            $"/api/rounds/{round.RoundId}/lots/{lot.LotId}/letter", dispatch.SentAt);
    }
}
