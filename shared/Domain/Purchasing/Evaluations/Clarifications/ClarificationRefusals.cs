using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why a bid is not asked about, or not corrected.</summary>
internal static class ClarificationRefusals
{
    public static Refusal TooMany(string bidId) => Refusal.Conflict(
        "too-many-clarifications",
        $"{bidId} er alt avklart eller rettet så mange ganger som det kan for denne delkontrakten ({Clarifications.MaxQuestions}). Ingenting er endret.",
        $"{bidId} has been clarified or corrected as often as it can be for this lot ({Clarifications.MaxQuestions}). Nothing was changed.");

    public static Refusal NotAsked(string clarificationId) => Refusal.NotFound(
        "not-found",
        $"Tilbudet har ingen avklaring '{clarificationId}'. Ingenting er endret. Kontroller adressen.",
        $"The bid has no clarification '{clarificationId}'. Nothing was changed. Check the address.");

    public static Refusal Answered() => Refusal.Conflict(
        "clarification-answered",
        "Avklaringen er alt besvart, og svaret står. Ingenting er endret; oppdragsgiver må spørre på nytt om noe mer skal avklares.",
        "The clarification has been answered, and the answer stands. Nothing was changed; the buyer must ask again if anything more is to be clarified.");

    public static Refusal Unreadable(string bidId) => Refusal.Conflict(
        "sheet-unreadable",
        $"Prisskjemaet i {bidId} kunne ikke leses og kan derfor ikke rettes. Ingenting er endret.",
        $"The price sheet of {bidId} could not be read and therefore cannot be corrected. Nothing was changed.");

    public static Refusal PriceDecided(string bidId) => Refusal.Conflict(
        "price-inquiry-concluded",
        $"Prisen i {bidId} er alt avgjort etter spørsmålet om unormalt lav pris, og kan ikke rettes. Ingenting er endret.",
        $"The price of {bidId} has been decided on after the question about an abnormally low price and cannot be corrected. Nothing was changed.");
}
