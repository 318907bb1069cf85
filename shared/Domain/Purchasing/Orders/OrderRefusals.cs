using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>Why a command about an order is refused.</summary>
public static class OrderRefusals
{
    public static Refusal OnlyTheAgencyJudges() => Refusal.Invalid(
        "entry-kind-not-allowed",
        "Bare virksomheten godtar eller avviser en leveranse. Ingenting er endret; meld confirmed, dispatched, delayed eller delivered.",
        "Only the agency accepts or rejects a delivery. Nothing was changed; report confirmed, dispatched, delayed or delivered.");

    public static Refusal QuantityOutOfBounds(int ordered) => Refusal.Invalid(
        "quantity-out-of-bounds",
        $"Antallet må være fra 1 til {ordered}, som er bestilt. Ingenting er endret; rett antallet, eller utelat det når det gjelder alle.",
        $"The quantity must be 1 to {ordered}, which is what was ordered. Nothing was changed; correct it, or leave it out when it means all.");

    public static Refusal JudgedQuantityOutOfBounds(int toJudge) => Refusal.Invalid(
        "quantity-out-of-bounds",
        $"{toJudge} levert(e) kjøretøy venter på svar; antallet må være fra 1 til {toJudge}. Ingenting er endret; rett antallet, eller utelat det når det gjelder alle.",
        $"{toJudge} delivered vehicle(s) await an answer; the quantity must be 1 to {toJudge}. Nothing was changed; correct it, or leave it out when it means all.");

    public static Refusal TextTooLong() => Refusal.Invalid(
        "text-too-long",
        $"Merknad, dokumentasjon og begrunnelse kan ha høyst {OrderDecisions.MaxTextLength} tegn. Ingenting er endret; kort ned teksten.",
        $"Note, evidence and reason have at most {OrderDecisions.MaxTextLength} characters. Nothing was changed; shorten the text.");

    public static Refusal EvidenceMissing() => Refusal.Invalid(
        "evidence-missing",
        "Når kontraktsforvalteren fører noe for leverandøren, må det vises til dokumentasjon. Ingenting er endret; fyll ut evidence.",
        "What the contract manager enters on the supplier's behalf needs evidence. Nothing was changed; fill in evidence.");

    public static Refusal RejectionReasonMissing() => Refusal.Invalid(
        "reason-missing",
        "En avvist leveranse må begrunnes. Ingenting er endret; skriv hva som er galt.",
        "A rejected delivery needs a reason. Nothing was changed; write what is wrong.");

    public static Refusal NothingToJudge(string orderId) => Refusal.Conflict(
        "nothing-delivered",
        $"{orderId} har ingen leverte kjøretøy som venter på svar. Ingenting er endret; vent til leveringen er meldt, eller be kontraktsforvalteren føre den.",
        $"{orderId} has no delivered vehicles that await an answer. Nothing was changed; wait until the delivery is reported, or ask the contract manager to enter it.");

    public static Refusal Cancelled(string orderId) => Refusal.Conflict(
        "order-cancelled",
        $"{orderId} er avbestilt. Ingenting er endret; ta kontakt med kontraktsforvalteren.",
        $"{orderId} is cancelled. Nothing was changed; contact the contract manager.");

    public static Refusal LogFull(string orderId) => Refusal.Conflict(
        "order-log-full",
        $"{orderId} har alt {OrderDecisions.MaxEntries} hendelser. Ingenting er endret; ta kontakt med kontraktsforvalteren.",
        $"{orderId} already has {OrderDecisions.MaxEntries} entries. Nothing was changed; contact the contract manager.");
}
