using System.Text.Json.Serialization;

namespace Samkjop.Purchasing;

/// <summary>The mandatory requirements of a vehicle. Names are wire format.</summary>
public enum RequirementKind
{
    ZeroEmission,
    RangeKm,
    Seats,
    PayloadKg,
    CargoVolumeLitres,
    TowingKg,
    AllWheelDrive,
    BatteryKwh,
    DeliveryWeeks,
}

/// <summary>One requirement held against one offer.</summary>
/// <param name="Requirement">Which requirement.</param>
/// <param name="Passed">Whether the offer meets it.</param>
/// <param name="Required">What was required, with comparison and unit: "≥ 300 km".</param>
/// <param name="Offered">What was offered, with unit; <see langword="null"/> when the bid does not say, which fails.</param>
/// <param name="Explanation">The finding as the bidder reads it in the letter.</param>
public sealed record RequirementFinding(RequirementKind Requirement, bool Passed, string Required, string? Offered, Text Explanation);

/// <summary>All requirements held against one offer.</summary>
/// <param name="Findings">One per requirement that is asked for, in the order of <see cref="RequirementKind"/>; passed ones too.</param>
public sealed record RequirementReport(IReadOnlyList<RequirementFinding> Findings)
{
    /// <summary>Whether every requirement is met; only then is the bid scored.</summary>
    [JsonIgnore]
    public bool Passed => Findings.All(finding => finding.Passed);

    /// <summary>What the offer falls short on; empty when it passes.</summary>
    [JsonIgnore]
    public IEnumerable<RequirementFinding> Failures => Findings.Where(finding => !finding.Passed);
}
