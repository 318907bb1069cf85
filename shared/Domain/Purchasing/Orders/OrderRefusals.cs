using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>Why a command about an order is refused.</summary>
public static class OrderRefusals
{
    public static Refusal OnlyTheAgencyJudges() => Refusal.Invalid(
        "entry-kind-not-allowed",
        "Bare virksomheten godtar eller avviser en leveranse og samtykker til avbestilling. Ingenting er endret; meld confirmed, declined, dispatched, delayed eller delivered.",
        "Only the agency accepts or rejects a delivery and agrees to a cancellation. Nothing was changed; report confirmed, declined, dispatched, delayed or delivered.");

    public static Refusal DeclineReasonMissing() => Refusal.Invalid(
        "reason-missing",
        "Den som avviser en bestilling, må si hvorfor. Ingenting er endret; skriv grunnen i note.",
        "Whoever rejects an order has to say why. Nothing was changed; write the reason in note.");

    public static Refusal DelayedUntilOutOfBounds(LocalDate deliverBy, LocalDate latest) => Refusal.Invalid(
        "delayed-until-out-of-bounds",
        $"En forsinkelse varer til en dag etter leveringsfristen {OsloFormat.Day(deliverBy).No}, senest {OsloFormat.Day(latest).No}, og hører til meldingen delayed. Ingenting er endret; rett dagen, eller utelat den.",
        $"A delay lasts until a day after the last day of delivery, {OsloFormat.Day(deliverBy).En}, at the latest {OsloFormat.Day(latest).En}, and belongs to the report delayed. Nothing was changed; correct the day, or leave it out.");

    public static Refusal HappenedOnOutOfBounds(LocalDate placed, LocalDate today) => Refusal.Invalid(
        "happened-on-out-of-bounds",
        $"Bare kontraktsforvalteren kan vise til en annen dag enn meldingens, fra {OsloFormat.Day(placed).No} til {OsloFormat.Day(today).No}. Ingenting er endret; rett happenedOn, eller utelat den.",
        $"Only the contract manager can show another day than the report's, from {OsloFormat.Day(placed).En} to {OsloFormat.Day(today).En}. Nothing was changed; correct happenedOn, or leave it out.");

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
        "En avvist leveranse eller et samtykke til avbestilling må begrunnes. Ingenting er endret; skriv hvorfor.",
        "A rejected delivery or an agreement to cancel needs a reason. Nothing was changed; write why.");

    public static Refusal NothingToJudge(string orderId) => Refusal.Conflict(
        "nothing-delivered",
        $"{orderId} har ingen leverte kjøretøy som venter på svar. Ingenting er endret; vent til leveringen er meldt, eller be kontraktsforvalteren føre den.",
        $"{orderId} has no delivered vehicles that await an answer. Nothing was changed; wait until the delivery is reported, or ask the contract manager to enter it.");

    public static Refusal Cancelled(string orderId) => Refusal.Conflict(
        "order-cancelled",
        $"{orderId} er avbestilt. Ingenting er endret; ta kontakt med kontraktsforvalteren.",
        $"{orderId} is cancelled. Nothing was changed; contact the contract manager.");

    public static Refusal Terminated(string orderId) => Refusal.Conflict(
        "order-terminated",
        $"{orderId} er hevet; ingenting mer tas imot. Ingenting er endret; ta kontakt med kontraktsforvalteren.",
        $"{orderId} is terminated; nothing more is taken. Nothing was changed; contact the contract manager.");

    public static Refusal LogFull(string orderId) => Refusal.Conflict(
        "order-log-full",
        $"{orderId} har alt {OrderDecisions.MaxEntries} hendelser. Ingenting er endret; ta kontakt med kontraktsforvalteren.",
        $"{orderId} already has {OrderDecisions.MaxEntries} entries. Nothing was changed; contact the contract manager.");
}
