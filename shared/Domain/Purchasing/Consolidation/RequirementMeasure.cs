namespace Samkjop.Purchasing.Consolidation;

/// <summary>One requirement as something that can be compared: how strict it is in a set of requirements, and how it is said.</summary>
/// <param name="Kind">Which requirement.</param>
/// <param name="Strictness">The higher, the stricter; <see langword="null"/> when nothing is required.</param>
/// <param name="Describe">The requirement in words, in the middle of a sentence.</param>
internal sealed record RequirementMeasure(RequirementKind Kind, Func<VehicleRequirements, decimal?> Strictness, Func<VehicleRequirements, Text> Describe)
{
    /// <summary>All requirements in the order of <see cref="RequirementKind"/>.</summary>
    public static IReadOnlyList<RequirementMeasure> All { get; } =
    [
        new(RequirementKind.ZeroEmission, required => required.ZeroEmission ? 1 : null, _ => new("nullutslipp", "zero emission")),
        AtLeast(RequirementKind.RangeKm, required => required.MinimumRangeKm, new("rekkevidde", "range"), new("km", "km")),
        AtLeast(RequirementKind.Seats, required => required.MinimumSeats, new("", ""), new("seter", "seats")),
        AtLeast(RequirementKind.PayloadKg, required => required.MinimumPayloadKg, new("nyttelast", "payload"), new("kg", "kg")),
        AtLeast(RequirementKind.CargoVolumeLitres, required => required.MinimumCargoVolumeLitres, new("lastevolum", "cargo volume"), new("liter", "litres")),
        AtLeast(RequirementKind.TowingKg, required => required.MinimumTowingKg, new("tilhengervekt", "towing"), new("kg", "kg")),
        new(RequirementKind.AllWheelDrive, required => required.AllWheelDrive ? 1 : null, _ => new("firehjulsdrift", "all-wheel drive")),
        AtLeast(RequirementKind.BatteryKwh, required => required.MinimumBatteryKwh, new("batteri", "battery"), new("kWh", "kWh")),
        new(
            RequirementKind.DeliveryWeeks,
            required => -required.MaximumDeliveryWeeks,
            required => new($"levering innen {required.MaximumDeliveryWeeks} uker", $"delivery within {required.MaximumDeliveryWeeks} weeks")),
    ];

    public bool IsSetBy(VehicleRequirements requirements) => Strictness(requirements) is not null;

    /// <summary>The strictest need, the first by id where several are equal.</summary>
    /// <param name="merged">The requirements of the lot, in which this one is set.</param>
    /// <param name="needs">All needs of the lot.</param>
    public RequirementOrigin Origin(VehicleRequirements merged, ConsolidationNeed[] needs)
    {
        var strictest = Strictness(merged);
        var equal = 0;
        ConsolidationNeed? first = null;
        foreach (var need in needs)
        {
            if (Strictness(need.Requirements) != strictest)
                continue;
            equal++;
            if (first is null || string.CompareOrdinal(need.NeedId, first.NeedId) < 0)
                first = need;
        }

        return new(Kind, first!.NeedId, first.AgencyId, Explain(Describe(merged), first, equal, needs.Length));
    }

    private static Text Explain(Text requirement, ConsolidationNeed first, int equal, int all) => equal == all
        ? new(
            $"Kravet om {requirement.No} stilles likt av alle behovene ({all}).",
            $"The requirement of {requirement.En} is the same in all the needs ({all}).")
        : new(
            $"Kravet om {requirement.No} kommer fra behov {first.NeedId} ({first.AgencyId}); {equal} av {all} behov stiller det så strengt.",
            $"The requirement of {requirement.En} comes from need {first.NeedId} ({first.AgencyId}); {equal} of {all} needs ask for as much.");

    private static RequirementMeasure AtLeast(RequirementKind kind, Func<VehicleRequirements, decimal?> value, Text name, Text unit) => new(
        kind,
        value,
        required => new(
            $"{name.No} minst {value(required)?.ToString().Replace('.', ',')} {unit.No}".TrimStart(),
            $"{name.En} at least {value(required)} {unit.En}".TrimStart()));
}
