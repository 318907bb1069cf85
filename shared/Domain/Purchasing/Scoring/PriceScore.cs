namespace Samkjop.Purchasing.Scoring;

/// <summary>
/// Points for a price, by the two formulas that DFØ's guidance on evaluation models describes. Computed exactly, as fractions, and stated with 20 decimals;
/// ranking compares the exact numbers. Nothing is clamped.
/// </summary>
public static class PriceScore
{
    /// <summary>Points of the lowest price, and the scale that evaluators use too.</summary>
    public const decimal Best = 10;

    /// <summary>The lowest price that is scored, NOK: one øre.</summary>
    public const decimal LowestPrice = 0.01m;

    /// <summary>The highest price that is scored, NOK.</summary>
    public const decimal HighestPrice = 1_000_000_000_000_000m;

    /// <summary>Points for a price beside the lowest one.</summary>
    /// <param name="formula">Which formula.</param>
    /// <param name="price">NOK, from <paramref name="lowest"/> to <see cref="HighestPrice"/>.</param>
    /// <param name="lowest">The lowest price of the bids that are scored, NOK, at least <see cref="LowestPrice"/>.</param>
    /// <returns>10 for the lowest price, less for every other; below 0 by the linear formula from twice the lowest price on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is out of bounds: <see cref="LotScoring"/> refuses those first.</exception>
    public static decimal Points(PriceFormula formula, decimal price, decimal lowest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lowest, LowestPrice);
        ArgumentOutOfRangeException.ThrowIfLessThan(price, lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(price, HighestPrice);
        return Exact(formula, price, lowest).ToDecimal();
    }

    /// <summary>The formula with its numbers put in: "10 − 10 · (462000 − 420000) / 420000 = 9.0000".</summary>
    public static string Calculation(PriceFormula formula, decimal price, decimal lowest)
    {
        var points = Display(Points(formula, price, lowest));
        return formula == PriceFormula.Linear
            ? $"10 − 10 · ({Plain(price)} − {Plain(lowest)}) / {Plain(lowest)} = {points}"
            : $"10 · {Plain(lowest)} / {Plain(price)} = {points}";
    }

    /// <summary>A number as it is shown to people: four decimals, halves away from zero. Ranking uses the exact number.</summary>
    public static string Display(decimal points) => Math.Round(points, 4, MidpointRounding.AwayFromZero).ToString("0.0000").Replace('-', '−');

    internal static Fraction Exact(PriceFormula formula, decimal price, decimal lowest)
    {
        var (best, offered, least) = (Fraction.Of(Best), Fraction.Of(price), Fraction.Of(lowest));
        return formula switch
        {
            PriceFormula.Linear => best - (best * (offered - least) / least),
            PriceFormula.Proportional => best * least / offered,
            _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "Not a price formula."),
        };
    }

    private static string Plain(decimal price) => price.ToString("0.############################");
}
