using System.Collections.Frozen;

namespace Samkjop.Purchasing.Import;

/// <summary>The columns of a needs sheet. Their order in a file is free, and those that are not required may be left out.</summary>
public static class NeedColumns
{
    /// <summary>What may be written for yes and no.</summary>
    public static IReadOnlyDictionary<string, bool> YesAndNo { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["ja"] = true, ["yes"] = true, ["x"] = true, ["true"] = true, ["nei"] = false, ["no"] = false, ["false"] = false,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What may be written for each vehicle class: its name in either language.</summary>
    public static IReadOnlyDictionary<string, VehicleClass> Classes { get; } = Named<VehicleClass>(value => value.Name());

    /// <summary>What may be written for each fuel: its name in either language.</summary>
    public static IReadOnlyDictionary<string, Drivetrain> Fuels { get; } = Named<Drivetrain>(value => value.Name());

    /// <summary>Every column in the template's order.</summary>
    public static IReadOnlyList<NeedColumn> All { get; } =
    [
        new(NeedField.Reference, new("Referanse", "Reference"), true, "reference", new(
            $"deres egen referanse, høyst {NeedReference.MaxLength} tegn, ulik for hvert behov; samme referanse oppdaterer samme behov",
            $"your own reference, at most {NeedReference.MaxLength} characters, different for each need; the same reference updates the same need")),
        new(NeedField.Quantity, new("Antall", "Quantity"), true, "quantity", new($"antall kjøretøy, 1–{NeedRules.MaxQuantity}", $"number of vehicles, 1–{NeedRules.MaxQuantity}")),
        new(NeedField.VehicleClass, new("Kjøretøyklasse", "Vehicle class"), true, "vehicleClass", OneOf<VehicleClass>(value => value.Name())),
        new(NeedField.DeliverTo, new("Leveringssted", "Delivery address"), true, "deliverTo", new("adressen det leveres til", "the address of delivery")),
        new(NeedField.DeliverBy, new("Ønsket levert innen", "Wished delivery by"), false, "deliverBy", new("dato, som 31.10.2026", "date, such as 31.10.2026")),
        new(NeedField.Colour, new("Farge", "Colour"), false, "colour", new("et ønske; tomt hvis det ikke spiller noen rolle", "a wish; blank when it does not matter")),
        Least(NeedField.Range, new("Rekkevidde minst (km)", "Range at least (km)"), VehicleRequirements.MaxRangeKm),
        Least(NeedField.Seats, new("Seter minst", "Seats at least"), VehicleRequirements.MaxSeats),
        Least(NeedField.Payload, new("Nyttelast minst (kg)", "Payload at least (kg)"), VehicleRequirements.MaxPayloadKg),
        Least(NeedField.CargoVolume, new("Lastevolum minst (liter)", "Cargo volume at least (litres)"), VehicleRequirements.MaxCargoVolumeLitres),
        Least(NeedField.Towing, new("Tilhengervekt minst (kg)", "Towing at least (kg)"), VehicleRequirements.MaxTowingKg),
        YesOrNo(NeedField.AllWheelDrive, new("Firehjulsdrift", "All-wheel drive")),
        YesOrNo(NeedField.ZeroEmission, new("Nullutslipp", "Zero emission")),
        Least(NeedField.Battery, new("Batteri minst (kWh)", "Battery at least (kWh)"), VehicleRequirements.MaxBatteryKwh),
        Least(NeedField.DeliveryWeeks, new("Leveringstid høyst (uker)", "Delivery time at most (weeks)"), VehicleRequirements.MaxDeliveryWeeks),
        new(NeedField.SuggestedPriceCeiling, new("Foreslått pristak (kr)", "Suggested price ceiling (NOK)"), false, "suggestedPriceCeiling", new(
            "per kjøretøy uten mva; budsjettansvarlig setter det endelige", "per vehicle ex VAT; the budget holder sets the final one")),
        YesOrNo(NeedField.SubjectToLoan, new("Avhenger av lån", "Subject to loan")),
        new(NeedField.ReplacedQuantity, new("Erstatter antall", "Replaces number"), false, "replaces.quantity", new(
            "hvor mange gamle kjøretøy som går ut; tomt hvis de nye kommer i tillegg", "how many old vehicles go; blank when the new ones come in addition")),
        new(NeedField.ReplacedFuel, new("Erstatter drivstoff", "Replaces fuel"), false, "replaces.fuel", OneOf<Drivetrain>(value => value.Name())),
        new(NeedField.ReplacedAge, new("Erstatter alder (år)", "Replaces age (years)"), false, "replaces.ageYears", new("hele år", "whole years")),
        new(NeedField.Note, new("Merknad", "Note"), false, "note", new("aldri merke eller modell (FOA § 15-1)", "never a make or model (FOA § 15-1)")),
    ];

    /// <summary>The column of a field.</summary>
    public static NeedColumn Of(NeedField field) => All[(int)field];

    private static NeedColumn Least(NeedField field, Text header, int maximum) =>
        new(field, header, false, "requirements", new($"tall fra 1 til {maximum}; tomt hvis det ikke kreves", $"number from 1 to {maximum}; blank when not required"));

    private static NeedColumn YesOrNo(NeedField field, Text header) =>
        new(field, header, false, "requirements", new("ja eller nei; tomt betyr nei", "yes or no; blank means no"));

    private static Text OneOf<T>(Func<T, Text> name)
        where T : struct, Enum =>
        new($"en av: {string.Join(", ", Enum.GetValues<T>().Select(v => name(v).No))}", $"one of: {string.Join(", ", Enum.GetValues<T>().Select(v => name(v).En))}");

    private static FrozenDictionary<string, T> Named<T>(Func<T, Text> name)
        where T : struct, Enum =>
        Enum.GetValues<T>().SelectMany(value => new[] { name(value).No, name(value).En }.Distinct(StringComparer.Ordinal).Select(text => (text, value)))
            .ToFrozenDictionary(pair => pair.text, pair => pair.value, StringComparer.Ordinal);
}
