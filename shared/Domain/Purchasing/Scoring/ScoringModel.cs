using System.Text.Json.Serialization;

namespace Samkjop.Purchasing.Scoring;

/// <summary>One award criterion.</summary>
/// <param name="Id">Unique within the model: "price", "environment".</param>
/// <param name="Name">As it stands in the invitation.</param>
/// <param name="Kind">Scored by formula or by evaluators.</param>
/// <param name="WeightPercent">Above 0, at most 100; all weights of a model sum to exactly 100.</param>
/// <param name="IsEnvironment">Counts towards the climate and environment weight (FOA § 7-9) and <see cref="TieBreak.EnvironmentScore"/>.</param>
public sealed record Criterion(string Id, Text Name, CriterionKind Kind, decimal WeightPercent, bool IsEnvironment = false);

/// <summary>
/// Criteria, weights, price formula and tie-break as stated in the invitation (FOA § 18-1: relative weights are stated in advance).
/// Frozen at invitation, before any bid is opened.
/// </summary>
/// <param name="Formula">How a price becomes points.</param>
/// <param name="Criteria">At least one; at most one of kind <see cref="CriterionKind.Price"/>.</param>
/// <param name="TieBreak">What decides between equal totals.</param>
/// <param name="DrawSeed">
/// Seed of the drawn lot, not empty. It must be fixed before bids are received and unknown to bidders until they are:
/// state <see cref="DrawnLot.Commitment"/> in the invitation and reveal the seed at the opening.
/// </param>
public sealed record ScoringModel(PriceFormula Formula, IReadOnlyList<Criterion> Criteria, TieBreak TieBreak, string DrawSeed)
{
    /// <summary>Sum of the weights marked as environment, in percent.</summary>
    [JsonIgnore]
    public decimal EnvironmentWeightPercent => Criteria.Where(criterion => criterion.IsEnvironment).Sum(criterion => criterion.WeightPercent);

    /// <summary>What is wrong with the model, as sentences; empty when it may be frozen.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        if (!Enum.IsDefined(Formula) || !Enum.IsDefined(TieBreak) || Criteria.Any(criterion => !Enum.IsDefined(criterion.Kind)))
        {
            problems.Add(new(
                "Prisformelen, regelen for likt resultat eller typen av et kriterium er ukjent; velg fra listen.",
                "The price formula, the tie-break or the kind of a criterion is unknown; choose from the list."));
        }

        if (Criteria.Count == 0)
            problems.Add(new("Modellen har ingen kriterier; legg til minst ett.", "The model has no criteria; add at least one."));
        foreach (var criterion in Criteria.Where(criterion => criterion.WeightPercent is <= 0 or > 100))
        {
            problems.Add(new(
                $"Vekten av «{criterion.Id}» er {criterion.WeightPercent} %; den skal være over 0 og høyst 100.",
                $"The weight of \"{criterion.Id}\" is {criterion.WeightPercent} %; it must be above 0 and at most 100."));
        }

        var sum = Criteria.Sum(criterion => Math.Clamp(criterion.WeightPercent, -1_000_000m, 1_000_000m));
        if (Criteria.Count > 0 && sum != 100)
            problems.Add(new($"Vektene summerer til {sum} %; de skal bli nøyaktig 100.", $"The weights sum to {sum} %; they must sum to exactly 100."));
        foreach (var twice in Criteria.GroupBy(criterion => criterion.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(new(
                $"Kriteriet «{twice.Key}» står mer enn én gang; gi hvert sin id.",
                $"The criterion \"{twice.Key}\" stands more than once; give each its own id."));
        }

        if (Criteria.Count(criterion => criterion.Kind == CriterionKind.Price) > 1)
            problems.Add(new("Flere kriterier er pris; behold ett.", "More than one criterion is price; keep one."));
        if (string.IsNullOrWhiteSpace(DrawSeed))
        {
            problems.Add(new(
                "Frøet for loddtrekningen mangler; sett et før konkurransen kunngjøres for leverandørene.",
                "The seed of the drawn lot is missing; set one before suppliers are invited."));
        }

        return problems;
    }
}
