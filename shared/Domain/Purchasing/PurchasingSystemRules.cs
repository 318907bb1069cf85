using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What a purchasing system's entry must satisfy.</summary>
public static class PurchasingSystemRules
{
    public const int MaxNameLength = 200;

    /// <summary>Why the entry is refused; null when it is fine.</summary>
    public static Refusal? Check(PurchasingSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var findings = new Findings();
        findings.Add("purchasingSystemId", Slug.Problem(system.PurchasingSystemId));
        findings.Add("name", TextProblem(system.Name, MaxNameLength));
        findings.Require(
            !system.VehicleClasses.IsDefaultOrEmpty,
            "vehicleClasses",
            "Minst én kjøretøyklasse skal kunne kjøpes.",
            "At least one vehicle class must be there to buy.");
        findings.Require(
            system.VehicleClasses.IsDefaultOrEmpty || system.VehicleClasses.Distinct().Count() == system.VehicleClasses.Length,
            "vehicleClasses",
            "En kjøretøyklasse står to ganger. La hver stå én gang.",
            "A vehicle class stands twice. Let each stand once.");
        return findings.ToRefusal("invalid-purchasing-system");
    }

    /// <summary>What is wrong with a text that must be there in both languages; null when it is fine.</summary>
    internal static Text? TextProblem(Text text, int maximum) =>
        IsFine(text.No, maximum) && IsFine(text.En, maximum)
            ? null
            : new Text(
                $"Teksten skal finnes på norsk og engelsk, hver med 1–{maximum} tegn.",
                $"The text must be there in Norwegian and English, each of 1–{maximum} characters.");

    private static bool IsFine(string text, int maximum) => !string.IsNullOrWhiteSpace(text) && text.Length <= maximum;
}
