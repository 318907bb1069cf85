namespace Samkjop.Purchasing;

/// <summary>
/// Mandatory requirements: pass or fail, before scoring. An offer that fails one is rejected however good its price
/// (FOA § 24-8: a tender that departs substantially from the procurement documents; from memory).
/// </summary>
public static class RequirementCheck
{
    /// <summary>Holds an offer against the requirements of its lot.</summary>
    public static RequirementReport Check(VehicleRequirements required, VehicleSpecification offered)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(offered);
        return new([.. Findings(required, offered)]);
    }

    private static IEnumerable<RequirementFinding> Findings(VehicleRequirements required, VehicleSpecification offered)
    {
        if (required.ZeroEmission)
            yield return ZeroEmission(offered.Drivetrain);
        if (required.MinimumRangeKm is { } range)
            yield return AtLeast(RequirementKind.RangeKm, new("Rekkevidde (WLTP)", "Range (WLTP)"), range, offered.RangeKm, new("km", "km"));
        if (required.MinimumSeats is { } seats)
            yield return AtLeast(RequirementKind.Seats, new("Antall seter", "Number of seats"), seats, offered.Seats, new("seter", "seats"));
        if (required.MinimumPayloadKg is { } payload)
            yield return AtLeast(RequirementKind.PayloadKg, new("Nyttelast", "Payload"), payload, offered.PayloadKg, new("kg", "kg"));
        if (required.MinimumCargoVolumeLitres is { } volume)
            yield return AtLeast(RequirementKind.CargoVolumeLitres, new("Lastevolum", "Cargo volume"), volume, offered.CargoVolumeLitres, new("liter", "litres"));
        if (required.MinimumTowingKg is { } towing)
            yield return AtLeast(RequirementKind.TowingKg, new("Tilhengervekt", "Towing"), towing, offered.TowingKg, new("kg", "kg"));
        if (required.AllWheelDrive)
            yield return AllWheelDrive(offered.AllWheelDrive);
        if (required.MinimumBatteryKwh is { } battery)
            yield return AtLeast(RequirementKind.BatteryKwh, new("Batteri (brukbart)", "Battery (usable)"), battery, offered.BatteryKwh, new("kWh", "kWh"));
        if (required.MaximumDeliveryWeeks is { } weeks)
            yield return AtMostWeeks(weeks, offered.DeliveryWeeks);
    }

    private static RequirementFinding ZeroEmission(Drivetrain? drivetrain)
    {
        const string required = "battery or hydrogen";
        if (drivetrain is not { } offered)
            return Missing(RequirementKind.ZeroEmission, new("Drivlinje", "Drivetrain"), required, new("batteri eller hydrogen", required));
        var name = offered.Name();
        return offered.IsZeroEmission()
            ? new(RequirementKind.ZeroEmission, true, required, name.En, new(
                $"Nullutslipp: tilbudt {name.No}. Kravet er oppfylt.",
                $"Zero emission: offered {name.En}. The requirement is met."))
            : new(RequirementKind.ZeroEmission, false, required, name.En, new(
                $"Nullutslipp: tilbudt {name.No}, men bare batteri og hydrogen oppfyller kravet.",
                $"Zero emission: offered {name.En}, but only battery and hydrogen meet the requirement."));
    }

    private static RequirementFinding AllWheelDrive(bool? offered) => offered switch
    {
        null => Missing(RequirementKind.AllWheelDrive, new("Firehjulsdrift", "All-wheel drive"), "yes", new("ja", "yes")),
        true => new(RequirementKind.AllWheelDrive, true, "yes", "yes", new(
            "Firehjulsdrift: tilbudt. Kravet er oppfylt.", "All-wheel drive: offered. The requirement is met.")),
        false => new(RequirementKind.AllWheelDrive, false, "yes", "no", new(
            "Firehjulsdrift: krevd, men ikke tilbudt.", "All-wheel drive: required, but not offered.")),
    };

    private static RequirementFinding AtMostWeeks(int required, int? offered)
    {
        var label = new Text("Leveringstid", "Delivery time");
        return offered is { } weeks
            ? Compared(RequirementKind.DeliveryWeeks, label, new("høyst", "at most"), "≤", required, weeks, new("uker", "weeks"), weeks >= 0 && weeks <= required)
            : Missing(RequirementKind.DeliveryWeeks, label, $"≤ {required} weeks", new($"høyst {required} uker", $"at most {required} weeks"));
    }

    private static RequirementFinding AtLeast(RequirementKind kind, Text label, decimal required, decimal? offered, Text unit) =>
        offered is { } value
            ? Compared(kind, label, new("minst", "at least"), "≥", required, value, unit, value >= required)
            : Missing(kind, label, $"≥ {required} {unit.En}", new($"minst {Comma(required)} {unit.No}", $"at least {required} {unit.En}"));

    private static RequirementFinding Compared(
        RequirementKind kind, Text label, Text limit, string sign, decimal required, decimal offered, Text unit, bool passed) =>
        new(kind, passed, $"{sign} {required} {unit.En}", $"{offered} {unit.En}", passed
            ? new(
                $"{label.No}: krevd {limit.No} {Comma(required)} {unit.No}, tilbudt {Comma(offered)} {unit.No}. Kravet er oppfylt.",
                $"{label.En}: required {limit.En} {required} {unit.En}, offered {offered} {unit.En}. The requirement is met.")
            : new(
                $"{label.No}: krevd {limit.No} {Comma(required)} {unit.No}, men tilbudt {Comma(offered)} {unit.No}.",
                $"{label.En}: required {limit.En} {required} {unit.En}, but offered {offered} {unit.En}."));

    private static RequirementFinding Missing(RequirementKind kind, Text label, string required, Text requiredInWords) =>
        new(kind, false, required, null, new(
            $"{label.No}: krevd {requiredInWords.No}, men tilbudet sier ikke hva som tilbys.",
            $"{label.En}: required {requiredInWords.En}, but the bid does not say what is offered."));

    private static string Comma(decimal number) => number.ToString().Replace('.', ',');
}
