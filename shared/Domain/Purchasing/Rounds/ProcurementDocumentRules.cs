using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>What a procurement document must satisfy, by the law of a date.</summary>
public static class ProcurementDocumentRules
{
    public const int MaxCriteria = 20;
    public const int MaxNameLength = 200;
    public const int MaxTextLength = 2000;

    /// <summary>Why the document is refused; null when it may be judged by.</summary>
    /// <param name="document">The document.</param>
    /// <param name="rules">The law.</param>
    /// <param name="date">The day of the invitation, or today while it is prepared; in Norway.</param>
    public static Refusal? Check(ProcurementDocument document, RuleTable rules, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(rules);
        var findings = new Findings();
        findings.Add("priceBasis", PurchasingSystemRules.TextProblem(document.PriceBasis, MaxTextLength));
        findings.Require(
            document.Criteria.Length is >= 1 and <= MaxCriteria,
            "criteria",
            $"Dokumentet skal ha 1–{MaxCriteria} tildelingskriterier.",
            $"The document must have 1–{MaxCriteria} award criteria.");
        foreach (var (i, criterion) in document.Criteria.Index())
        {
            findings.Add($"criteria[{i}].criterionId", Slug.Problem(criterion.CriterionId));
            findings.Add($"criteria[{i}].name", PurchasingSystemRules.TextProblem(criterion.Name, MaxNameLength));
            findings.Require(
                criterion.WeightPercent is > 0 and <= 100,
                $"criteria[{i}].weightPercent",
                $"Vekten av «{criterion.CriterionId}» er {criterion.WeightPercent} %, men skal være over 0 og høyst 100.",
                $"The weight of \"{criterion.CriterionId}\" is {criterion.WeightPercent} %, but must be above 0 and at most 100.");
        }

        CheckTogether(document, findings);
        CheckClimate(document, rules, date, findings);
        return findings.ToRefusal("invalid-procurement-document");
    }

    private static void CheckTogether(ProcurementDocument document, Findings findings)
    {
        var sum = document.Criteria.Sum(c => Math.Clamp(c.WeightPercent, -1_000_000m, 1_000_000m));
        findings.Require(
            sum == 100,
            "criteria",
            $"Vektene summerer til {sum} %, men skal bli nøyaktig 100.",
            $"The weights sum to {sum} %, but must sum to exactly 100.");
        findings.Require(
            document.Criteria.Count(c => c.Kind is CriterionKind.Price) == 1,
            "criteria",
            "Nøyaktig ett kriterium skal være pris.",
            "Exactly one criterion must be the price.");
        foreach (var twice in document.Criteria.GroupBy(c => c.CriterionId, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            findings.Add(
                "criteria",
                $"Kriteriet «{twice.Key}» står mer enn én gang. Gi hvert sin id.",
                $"The criterion \"{twice.Key}\" stands more than once. Give each its own id.");
        }
    }

    /// <summary>FOA § 7-9: a least weight of climate and environment, or requirements in the specification instead, with a reason.</summary>
    private static void CheckClimate(ProcurementDocument document, RuleTable rules, LocalDate date, Findings findings)
    {
        var reason = document.ClimateRequirementReason;
        findings.Require(
            reason is null || (!string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxTextLength),
            "climateRequirementReason",
            $"Begrunnelsen skal ha 1–{MaxTextLength} tegn, eller utelates.",
            $"The reason must have 1–{MaxTextLength} characters, or be left out.");
        if (rules.Number(LegalRules.ClimateWeight, date) is not RuleLookup.Found { Row: var rule })
        {
            findings.Add("criteria", new RuleLookup.NotCovered(LegalRules.ClimateWeight, date, IsKnown: true).Detail);
            return;
        }

        var weight = document.Criteria.Where(c => c.Kind is CriterionKind.Climate).Sum(c => Math.Clamp(c.WeightPercent, 0, 100));
        var day = OsloFormat.Day(date);
        findings.Require(
            weight >= rule.Number || !string.IsNullOrWhiteSpace(reason),
            "criteria",
            $"Klima og miljø vektes {weight} %, men skal {day.No} vektes minst {rule.Number} % ({rule.Source}). Øk vekten, eller begrunn at krav i spesifikasjonen klart er bedre for klima og miljø.",
            $"Climate and environment weigh {weight} %, but on {day.En} must weigh at least {rule.Number} % ({rule.Source}). Raise the weight, or state why requirements in the specification are clearly better for climate and environment.");
    }
}
