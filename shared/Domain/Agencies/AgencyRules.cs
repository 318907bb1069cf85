using Samkjop.Decisions;

namespace Samkjop.Agencies;

/// <summary>What an agency's entry must satisfy.</summary>
public static class AgencyRules
{
    public const int MaxNameLength = 200;

    /// <summary>Why the entry is refused; null when it is fine.</summary>
    public static Refusal? Check(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var findings = new Findings();
        findings.Add("agencyId", Slug.PlainProblem(agency.AgencyId));
        findings.Require(
            !string.IsNullOrWhiteSpace(agency.Name) && agency.Name.Length <= MaxNameLength,
            "name",
            $"Navnet skal ha 1–{MaxNameLength} tegn.",
            $"The name must have 1–{MaxNameLength} characters.");
        return findings.ToRefusal("invalid-agency");
    }
}
