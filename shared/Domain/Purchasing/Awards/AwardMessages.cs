using NodaTime;

namespace Samkjop.Purchasing.Awards;

/// <summary>What bidders are told of an award: that there is a letter, never what it says.</summary>
public static class AwardMessages
{
    public static OutboundMessage LetterReady(Round round, Lot lot, LetterDispatch dispatch, string supplierId)
    {
        var title = lot.Content.Title;
        var standstill = LetterTexts.StandstillOf(dispatch);
        return new(
            round.RoundId, dispatch.Number == 1 ? $"award-{lot.LotId}-{supplierId}" : $"award-{dispatch.Number}-{lot.LotId}-{supplierId}", MessageRecipient.Supplier(supplierId),
            new Text($"{round.Title.No}: valg av leverandør for {title.No}", $"{round.Title.En}: award of {title.En}"),
            lot.Award is null
                ? new Text("Delkontrakten er avsluttet uten tildeling. Brevet med begrunnelse er klart til å leses.", "The lot ended without an award. The letter with reasons is ready to be read.")
                : new Text($"Brevet med begrunnelse er klart til å leses. {standstill.No}", $"The letter with reasons is ready to be read. {standstill.En}"),
            $"/api/rounds/{round.RoundId}/lots/{lot.LotId}/letter", dispatch.SentAt);
    }

    /// <summary>The winner is reminded that its signature is missing.</summary>
    public static OutboundMessage SignatureMissing(Round round, Lot lot, string winner, Instant now) => new(
        round.RoundId, $"signature-{lot.LotId}-{lot.Letters!.Number}-{lot.SignatureReminders}", MessageRecipient.Supplier(winner),
        new Text($"Signaturen deres mangler: {lot.Content.Title.No}", $"Your signature is missing: {lot.Content.Title.En}"),
        new Text(
            "Karensperioden er ute, og kontrakten kan signeres. Ingenting bestilles før begge parter har signert.",
            "The standstill has ended, and the contract can be signed. Nothing is ordered before both parties have signed."),
        $"/api/rounds/{round.RoundId}/lots/{lot.LotId}/contract", now);

    /// <summary>Who had been told of an award learns that it no longer stands; new letters follow.</summary>
    public static OutboundMessage AwardEnded(Round round, Lot lot, EarlierAward ended, string supplierId) => new(
        round.RoundId, $"award-ended-{ended.Letters!.Number}-{lot.LotId}-{supplierId}", MessageRecipient.Supplier(supplierId),
        new Text($"Tildelingen står ikke lenger: {lot.Content.Title.No}", $"The award no longer stands: {lot.Content.Title.En}"),
        ended.Ending is AwardEnding.WinnerSetAside
            ? new Text("Leverandøren som var valgt, er ikke lenger med. Dere får nytt brev når en ny tildeling er vedtatt.", "The supplier that was chosen is no longer in. You will get a new letter when another award is decided.")
            : new Text($"Vi har annullert tildelingen: {ended.Reason} Dere får nytt brev når en ny tildeling er vedtatt.", $"We have annulled the award: {ended.Reason} You will get a new letter when another award is decided."),
        null, ended.At);
}
