using Samkjop.Purchasing.Scoring;

namespace Samkjop.Tests.Domain.Scoring;

public sealed class ScoringRefusalTests
{
    private static readonly Criterion Price = new("price", new("Pris", "Price"), CriterionKind.Price, 60);
    private static readonly Criterion Quality = new("quality", new("Kvalitet", "Quality"), CriterionKind.Quality, 40);
    private static readonly ScoringModel Model = new(PriceFormula.Linear, [Price, Quality], TieBreak.LowestPrice, "seed");
    private static readonly ScorableBid Good = new("bid-1", 100, [new("quality", 5, "fair")]);

    public static TheoryData<ScoringModel, string> WrongModels => new()
    {
        { Model with { Criteria = [] }, "no criteria" },
        { Model with { Criteria = [Price, Quality with { WeightPercent = 39.99m }] }, "sum to 99.99 %" },
        { Model with { Criteria = [Price with { WeightPercent = 140 }, Quality with { WeightPercent = -40 }] }, "above 0 and at most 100" },
        { Model with { Criteria = [Price, Quality with { WeightPercent = decimal.MaxValue }] }, "above 0 and at most 100" },
        { Model with { Criteria = [Price, Quality with { Id = "price" }] }, "more than once" },
        { Model with { Criteria = [Price, Quality with { Kind = CriterionKind.Price }] }, "More than one criterion is price" },
        { Model with { TieBreak = (TieBreak)7 }, "tie-break or the kind of a criterion is unknown" },
        { Model with { DrawSeed = " " }, "seed of the drawn lot is missing" },
    };

    public static TheoryData<ScorableBid[], string> WrongBids => new()
    {
        { [], "no bid to score" },
        { [Good, Good], "stands 2 times" },
        { [Good with { Price = 0 }], "must be from 0.01" },
        { [Good with { Price = -5 }], "must be from 0.01" },
        { [Good with { Price = decimal.MaxValue }], "to 10^15" },
        { [Good with { Points = [] }], "has 0 scores for \"quality\"" },
        { [Good with { Points = [.. Good.Points, .. Good.Points] }], "has 2 scores for \"quality\"" },
        { [Good with { Points = [new("quality", 10.01m, "very good")] }], "points go from 0 to 10" },
        { [Good with { Points = [new("quality", -1, "bad")] }], "points go from 0 to 10" },
        { [Good with { Points = [new("quality", 5, " ")] }], "lack a written reason" },
        { [Good with { Points = [.. Good.Points, new("price", 10, "cheap")] }], "no quality criterion" },
    };

    [Theory]
    [MemberData(nameof(WrongModels), DisableDiscoveryEnumeration = true)]
    public void A_model_that_cannot_be_frozen_scores_nothing(ScoringModel model, string problem) =>
        Assert.Contains(Refused(model, [Good]), text => text.En.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(WrongBids), DisableDiscoveryEnumeration = true)]
    public void A_bid_that_cannot_be_scored_stops_the_scoring_of_all(ScorableBid[] bids, string problem) =>
        Assert.Contains(Refused(Model, bids), text => text.En.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(3, Refused(Model with { DrawSeed = "" }, [Good with { Price = 0, Points = [new("quality", 11, "much")] }]).Count);

    [Fact]
    public void A_good_model_tells_how_much_climate_and_environment_weigh()
    {
        Assert.Empty(Model.Problems());
        Assert.Equal(40, (Model with { Criteria = [Price, Quality with { IsEnvironment = true }] }).EnvironmentWeightPercent);
    }

    private static IReadOnlyList<Text> Refused(ScoringModel model, ScorableBid[] bids) =>
        Assert.IsType<ScoringResult.Refused>(LotScoring.Rank("lot-1", model, bids)).Problems;
}
