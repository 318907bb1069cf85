namespace Samkjop.Purchasing.Consolidation;

/// <summary>What must hold of needs before they are consolidated.</summary>
internal static class NeedProblems
{
    private const int MostReported = 100;

    /// <summary>At most 100 problems, in an order that does not depend on the order of the needs.</summary>
    public static IReadOnlyList<Text> Of(IReadOnlyCollection<ConsolidationNeed> needs)
    {
        var problems = new List<Text>();
        var seen = new HashSet<string>(needs.Count, StringComparer.Ordinal);
        foreach (var need in needs)
        {
            if (!seen.Add(need.NeedId))
            {
                problems.Add(new(
                    $"Behov {need.NeedId} står mer enn én gang; fest én versjon av det.",
                    $"Need {need.NeedId} stands more than once; pin one version of it."));
            }

            Check(need, problems);
        }

        return [.. problems.Distinct().OrderBy(problem => problem.En, StringComparer.Ordinal).Take(MostReported)];
    }

    private static void Check(ConsolidationNeed need, List<Text> problems)
    {
        if (string.IsNullOrEmpty(need.NeedId) || string.IsNullOrEmpty(need.AgencyId))
            problems.Add(new("Et behov mangler id eller virksomhet.", "A need lacks its id or its agency."));
        if (!Enum.IsDefined(need.VehicleClass))
        {
            problems.Add(new(
                $"Behov {need.NeedId} har en ukjent kjøretøyklasse; velg en fra listen.",
                $"Need {need.NeedId} has an unknown vehicle class; choose one from the list."));
        }

        if (need.Quantity is < 1 or > LotConsolidation.MostVehiclesPerNeed)
        {
            problems.Add(new(
                $"Behov {need.NeedId} gjelder {need.Quantity} kjøretøy; antallet skal være 1 til {LotConsolidation.MostVehiclesPerNeed}.",
                $"Need {need.NeedId} is for {need.Quantity} vehicles; the number must be 1 to {LotConsolidation.MostVehiclesPerNeed}."));
        }

        if (need.PriceCeiling <= 0)
        {
            problems.Add(new(
                $"Behov {need.NeedId} har pristak {need.PriceCeiling} kroner; sett et over 0 eller la feltet stå tomt.",
                $"Need {need.NeedId} has a price ceiling of NOK {need.PriceCeiling}; set one above 0 or leave the field empty."));
        }

        foreach (var problem in need.Requirements.Problems())
            problems.Add(new($"Behov {need.NeedId}: {problem.No}.", $"Need {need.NeedId}: {problem.En}."));
    }
}
