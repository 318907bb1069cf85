using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why an inquiry about a price, or a ranking before it is concluded, is refused.</summary>
public static class LowPriceRefusals
{
    public static Refusal Undecided(string lotId, IReadOnlyCollection<string> bids) => Refusal.Conflict(
        "low-price-undecided",
        $"Rangeringen av {lotId} er ikke fastsatt: prisen virker unormalt lav i {string.Join(", ", bids)}. Spør leverandøren og avgjør om prisen godtas, med begrunnelse.",
        $"The ranking of {lotId} was not fixed: the price seems abnormally low in {string.Join(", ", bids)}. Ask the supplier and decide whether the price is accepted, with a reason.");

    public static Refusal NotFlagged(string bidId) => Refusal.Conflict(
        "price-not-flagged",
        $"Prisen i {bidId} er ikke unormalt lav etter rundens regel. Ingenting er endret.",
        $"The price of {bidId} is not abnormally low by the round's rule. Nothing was changed.");

    public static Refusal AlreadyAsked(string bidId) => Refusal.Conflict(
        "price-already-asked",
        $"Leverandøren er alt spurt om prisen i {bidId}. Ingenting er endret.",
        $"The supplier has been asked about the price of {bidId} already. Nothing was changed.");

    public static Refusal NotAsked(string bidId) => Refusal.Conflict(
        "price-not-asked",
        $"Leverandøren er ikke spurt om prisen i {bidId}. Ingenting er endret; still spørsmålet først.",
        $"The supplier has not been asked about the price of {bidId}. Nothing was changed; ask first.");

    public static Refusal Concluded(string bidId) => Refusal.Conflict(
        "price-inquiry-concluded",
        $"Spørsmålet om prisen i {bidId} er alt besvart eller avgjort. Det som står, gjelder; ingenting er endret.",
        $"The question about the price of {bidId} is answered or decided already. What stands holds; nothing was changed.");

    public static Refusal AnswerAwaited(string bidId, Instant answerBy)
    {
        var until = OsloFormat.Deadline(answerBy);
        return Refusal.Conflict(
            "price-answer-awaited",
            $"Leverandøren kan svare om prisen i {bidId} til {until.No}. Ingenting er avgjort; vent på svaret eller til fristen er ute.",
            $"The supplier can answer about the price of {bidId} until {until.En}. Nothing was decided; wait for the answer or until the time has passed.");
    }
}
