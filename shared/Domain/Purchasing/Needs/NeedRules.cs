using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What the content of a need must satisfy.</summary>
public static class NeedRules
{
    public const int MaxQuantity = 999;
    public const int MaxColourLength = 50;
    public const int MaxAddressLength = 300;
    public const int MaxNoteLength = 2000;

    /// <summary>Oldest vehicle that is replaced, years.</summary>
    public const int MaxAgeYears = 80;

    /// <summary>Farthest ahead that delivery is wished.</summary>
    public const int MaxYearsAhead = 10;

    /// <summary>Highest price ceiling, NOK per vehicle ex VAT: above it a slip of the keyboard is likelier than a vehicle.</summary>
    public const decimal MaxPriceCeiling = 100_000_000m;

    /// <summary>Why the content is refused; null when it is fine.</summary>
    public static Refusal? Check(NeedContent content, PurchasingSystem system, Instant now) => Find(content, system, now).ToRefusal("invalid-need");

    /// <summary>Everything that is wrong with the content.</summary>
    internal static Findings Find(NeedContent content, PurchasingSystem system, Instant now)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(system);
        var findings = new Findings();
        findings.Require(
            content.Quantity is >= 1 and <= MaxQuantity,
            "quantity",
            $"Antallet er {content.Quantity}, men skal være 1–{MaxQuantity}.",
            $"The quantity is {content.Quantity}, but must be 1–{MaxQuantity}.");
        CheckClass(content.VehicleClass, system, findings);
        foreach (var problem in content.Requirements.Problems())
        {
            findings.Add("requirements", problem);
        }

        CheckText(content.DeliverTo, "deliverTo", 1, MaxAddressLength, findings);
        CheckText(content.Colour, "colour", 0, MaxColourLength, findings);
        CheckText(content.Note, "note", 0, MaxNoteLength, findings);
        CheckMake(content.Colour, "colour", findings);
        CheckMake(content.Note, "note", findings);
        CheckCeiling(content.SuggestedPriceCeiling, findings);
        CheckReplaced(content, findings);
        CheckDelivery(content.DeliverBy, OsloTime.DateOf(now), findings);
        return findings;
    }

    private static void CheckClass(VehicleClass vehicleClass, PurchasingSystem system, Findings findings)
    {
        if (system.VehicleClasses.Contains(vehicleClass))
        {
            return;
        }

        findings.Add(
            "vehicleClass",
            $"{vehicleClass.Name().No} kan ikke kjøpes under {system.Name.No}. Velg en av: {string.Join(", ", system.VehicleClasses.Select(c => c.Name().No))}.",
            $"A {vehicleClass.Name().En} cannot be bought under {system.Name.En}. Choose one of: {string.Join(", ", system.VehicleClasses.Select(c => c.Name().En))}.");
    }

    private static void CheckText(string? text, string path, int minimum, int maximum, Findings findings) => findings.Require(
        (minimum == 0 && text is null) || (text is not null && text.Trim().Length >= minimum && text.Length <= maximum),
        path,
        $"Teksten skal ha {minimum}–{maximum} tegn.",
        $"The text must have {minimum}–{maximum} characters.");

    private static void CheckMake(string? text, string path, Findings findings)
    {
        if (MakesAndModels.FirstIn(text) is { } make)
        {
            findings.Add(
                path,
                $"«{make}» er et merke eller en modell. Beskriv behovet funksjonelt i stedet: størrelse, rekkevidde, seter, nyttelast, lastevolum, firehjulsdrift (FOA § 15-1).",
                $"\"{make}\" is a make or model. State the need functionally instead: size, range, seats, payload, cargo volume, all-wheel drive (FOA § 15-1).");
        }
    }

    private static void CheckCeiling(decimal? ceiling, Findings findings) => findings.Require(
        ceiling is null or (> 0 and <= MaxPriceCeiling),
        "suggestedPriceCeiling",
        $"Foreslått pristak er {ceiling} kroner, men skal være over 0 og høyst {MaxPriceCeiling:0} per kjøretøy uten mva. Rett beløpet, eller utelat det.",
        $"The suggested price ceiling is NOK {ceiling}, but must be above 0 and at most {MaxPriceCeiling:0} per vehicle ex VAT. Correct it, or leave it out.");

    private static void CheckReplaced(NeedContent content, Findings findings)
    {
        if (content.Replaces is not { } old)
        {
            return;
        }

        findings.Require(
            old.Quantity >= 1 && old.Quantity <= content.Quantity,
            "replaces.quantity",
            $"{old.Quantity} kjøretøy skal erstattes, men antallet skal være fra 1 til de {content.Quantity} som kjøpes. Rett tallet.",
            $"{old.Quantity} vehicles are to be replaced, but the number must be from 1 to the {content.Quantity} that are bought. Correct it.");
        findings.Require(
            old.AgeYears is >= 0 and <= MaxAgeYears,
            "replaces.ageYears",
            $"Alderen på det som erstattes er {old.AgeYears} år, men skal være 0–{MaxAgeYears}. Oppgi hele år, ikke årsmodell.",
            $"The age of what is replaced is {old.AgeYears} years, but must be 0–{MaxAgeYears}. State whole years, not the model year.");
    }

    private static void CheckDelivery(LocalDate? deliverBy, LocalDate today, Findings findings)
    {
        if (deliverBy is not { } date)
        {
            return;
        }

        var day = OsloFormat.Day(date);
        findings.Require(
            date > today,
            "deliverBy",
            $"Ønsket levering {day.No} er ikke i fremtiden. Velg en senere dag, eller utelat den.",
            $"The wished delivery on {day.En} is not in the future. Choose a later day, or leave it out.");
        findings.Require(
            date.Year <= today.Year + MaxYearsAhead,
            "deliverBy",
            $"Ønsket levering {day.No} er mer enn {MaxYearsAhead} år frem. Kontroller årstallet.",
            $"The wished delivery on {day.En} is more than {MaxYearsAhead} years ahead. Check the year.");
    }
}
