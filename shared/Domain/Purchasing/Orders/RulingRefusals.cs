using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Documents;

namespace Samkjop.Purchasing.Orders;

/// <summary>Why a contract manager's ruling is refused.</summary>
public static class RulingRefusals
{
    public static Refusal ReasonMissing() => Refusal.Invalid(
        "reason-missing",
        "Det kontraktsforvalteren avgjør, må begrunnes; leverandør og virksomhet leser begrunnelsen. Ingenting er endret; fyll ut reason.",
        "What the contract manager decides needs a reason, which supplier and agency read. Nothing was changed; fill in reason.");

    public static Refusal TooManyRulings(string orderId) => Refusal.Conflict(
        "too-many-rulings",
        $"{orderId} har alt {Rulings.MaxRulings} avgjørelser, som står. Ingenting er endret.",
        $"{orderId} already has {Rulings.MaxRulings} rulings, which stand. Nothing was changed.");

    public static Refusal Ended(string orderId) => Refusal.Conflict(
        "order-ended",
        $"Alt i {orderId} er levert og godtatt. Ingenting er endret; bare dagbot kan avgjøres nå.",
        $"Everything of {orderId} is delivered and accepted. Nothing was changed; only damages can be decided now.");

    public static Refusal NothingDeclined(string orderId) => Refusal.Conflict(
        "order-not-rejected",
        $"Leverandøren har ingen ubesvart avvisning av {orderId}. Ingenting er endret; bestillingen står.",
        $"The supplier has no unanswered rejection of {orderId}. Nothing was changed; the order stands.");

    public static Refusal NoDelay(string orderId) => Refusal.Conflict(
        "no-delay-announced",
        $"Ingen forsinkelse er meldt for {orderId}. Ingenting er endret; la leverandøren melde den, eller før den med dokumentasjon.",
        $"No delay has been announced for {orderId}. Nothing was changed; let the supplier report it, or enter it with evidence.");

    public static Refusal DateOutOfBounds(LocalDate deliverBy, LocalDate latest) => Refusal.Invalid(
        "date-out-of-bounds",
        $"Ny leveringsfrist må være etter {OsloFormat.Day(deliverBy).No}, som er kontraktens, og senest {OsloFormat.Day(latest).No}. Ingenting er endret; rett date.",
        $"The new last day of delivery must come after {OsloFormat.Day(deliverBy).En}, which is the contract's, and at the latest be {OsloFormat.Day(latest).En}. Nothing was changed; correct date.");

    public static Refusal VehiclesDelivered(string orderId) => Refusal.Conflict(
        "vehicles-delivered",
        $"{orderId} har leverte kjøretøy, så den kan ikke avbestilles. Ingenting er endret; kontraktsforvalteren kan heve for det som mangler.",
        $"{orderId} has delivered vehicles, so it cannot be cancelled. Nothing was changed; the contract manager can terminate it for what is missing.");

    public static Refusal AgreementMissing(string orderId) => Refusal.Conflict(
        "agreement-missing",
        $"{orderId} avbestilles bare når leverandøren har avvist den eller virksomheten samtykker. Ingenting er endret; be virksomheten om å samtykke i portalen.",
        $"{orderId} is cancelled only where the supplier rejects it or the agency agrees. Nothing was changed; ask the agency to agree in the portal.");

    public static Refusal GroundMissing() => Refusal.Invalid(
        "ground-missing",
        "En heving må ha et grunnlag. Ingenting er endret; oppgi damagesCapReached eller substantialBreach i ground.",
        "A termination needs a ground. Nothing was changed; give damagesCapReached or substantialBreach in ground.");

    public static Refusal NothingLeft(string orderId) => Refusal.Conflict(
        "nothing-left",
        $"Alle kjøretøy i {orderId} er levert; det er ingenting å heve for. Ingenting er endret; virksomheten kan avvise det som ikke holder mål.",
        $"Every vehicle of {orderId} is delivered; there is nothing to terminate. Nothing was changed; the agency can reject what is not good enough.");

    public static Refusal CapNotReached(string orderId, LocalDate? day)
    {
        var when = day is { } cap
            ? new Text($"Taket nås {OsloFormat.Day(cap).No} hvis noe fortsatt mangler.", $"The cap is reached on {OsloFormat.Day(cap).En} if anything is still missing.")
            : new Text("Kontrakten har ingen dagbot.", "The contract has no liquidated damages.");
        return Refusal.Conflict(
            "damages-cap-not-reached",
            $"Dagboten for {orderId} har ikke nådd taket. {when.No} Ingenting er endret; vent, eller begrunn et annet vesentlig mislighold.",
            $"The damages of {orderId} have not reached their cap. {when.En} Nothing was changed; wait, or give reasons for another substantial breach.");
    }

    public static Refusal NoDamages(string orderId) => Refusal.Conflict(
        "no-damages",
        $"{orderId} har ingen dagbot å kreve eller frafalle. Ingenting er endret.",
        $"{orderId} has no damages to claim or to waive. Nothing was changed.");

    public static Refusal AmountOutOfBounds(decimal calculated) => Refusal.Invalid(
        "amount-out-of-bounds",
        $"Kravet må være over 0 og høyst {NorwegianNumber.Kroner(calculated)}, som er beregnet, i hele øre. Ingenting er endret; rett amount, eller utelat det når alt kreves.",
        $"The claim must be above 0 and at most {NorwegianNumber.Kroner(calculated)}, which is what was calculated, in whole øre. Nothing was changed; correct amount, or leave it out when all is claimed.");
}
