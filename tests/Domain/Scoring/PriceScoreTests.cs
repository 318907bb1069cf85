using CsCheck;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Tests.Domain.Scoring;

public sealed class PriceScoreTests
{
    private static readonly Gen<decimal> Prices = Gen.Long[1, 5_000_000_00].Select(oere => oere / 100m);

    [Theory]
    [InlineData(420_000, "10.0000", "10.0000")]
    [InlineData(462_000, "9.0000", "9.0909")]
    [InlineData(525_000, "7.5000", "8.0000")]
    [InlineData(900_000, "−1.4286", "4.6667")]
    public void Four_bids_of_420k_462k_525k_and_900k_score(int price, string linear, string proportional)
    {
        Assert.Equal(linear, PriceScore.Display(PriceScore.Points(PriceFormula.Linear, price, 420_000)));
        Assert.Equal(proportional, PriceScore.Display(PriceScore.Points(PriceFormula.Proportional, price, 420_000)));
    }

    [Fact]
    public void Twice_the_lowest_price_is_worth_nothing_and_more_is_worth_less_than_nothing()
    {
        Assert.Equal(0, PriceScore.Points(PriceFormula.Linear, 840_000, 420_000));
        Assert.Equal(-80, PriceScore.Points(PriceFormula.Linear, 4_200_000, 420_000));
    }

    [Fact]
    public void The_calculation_can_be_done_again_by_hand()
    {
        Assert.Equal("10 − 10 · (900000 − 420000) / 420000 = −1.4286", PriceScore.Calculation(PriceFormula.Linear, 900_000, 420_000));
        Assert.Equal("10 · 420000.5 / 462000 = 9.0909", PriceScore.Calculation(PriceFormula.Proportional, 462_000, 420_000.50m));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(100, -1)]
    [InlineData(99, 100)]
    public void Absurd_prices_are_a_fault(int price, int lowest) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PriceScore.Points(PriceFormula.Linear, price, lowest));

    [Fact]
    public void The_lowest_price_always_gets_ten_and_no_other_does() =>
        Gen.Select(Gen.Enum<PriceFormula>(), Prices, Prices).Sample((formula, one, other) =>
        {
            var (lowest, price) = (Math.Min(one, other), Math.Max(one, other));
            return PriceScore.Points(formula, lowest, lowest) == 10 && (price == lowest || PriceScore.Points(formula, price, lowest) < 10);
        });

    [Fact]
    public void A_higher_price_always_scores_less() =>
        Gen.Select(Gen.Enum<PriceFormula>(), Prices, Prices, Prices).Sample((formula, one, two, three) =>
        {
            var sorted = new[] { one, two, three }.Order().ToArray();
            return sorted[1] == sorted[2] || PriceScore.Points(formula, sorted[2], sorted[0]) < PriceScore.Points(formula, sorted[1], sorted[0]);
        });

    [Fact]
    public void Scores_are_the_same_in_kroner_in_thousands_and_with_another_currency() =>
        Gen.Select(Gen.Enum<PriceFormula>(), Prices, Prices, Gen.Int[1, 10_000]).Sample((formula, one, other, scale) =>
        {
            var (lowest, price) = (Math.Min(one, other), Math.Max(one, other));
            return PriceScore.Points(formula, price, lowest) == PriceScore.Points(formula, price * scale, lowest * scale);
        });

    [Fact]
    public void The_widest_spread_of_prices_is_scored_without_overflow()
    {
        Assert.Equal(-999_999_999_999_999_980m, PriceScore.Points(PriceFormula.Linear, PriceScore.HighestPrice, PriceScore.LowestPrice));
        Assert.Equal(0.0000000000000001m, PriceScore.Points(PriceFormula.Proportional, PriceScore.HighestPrice, PriceScore.LowestPrice));
    }
}
