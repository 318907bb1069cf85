namespace Samkjop.Purchasing.Scoring;

/// <summary>
/// Points for a price, by the two formulas that DFØ's guidance on evaluation models describes. Exact decimal arithmetic with one division
/// at the end (28 significant digits); nothing is rounded or clamped.
/// </summary>
public static class PriceScore
{
    /// <summary>Points of the lowest price, and the scale that evaluators use too.</summary>
    public const decimal Best = 10;

    /// <summary>The highest price that is scored, NOK.</summary>
    public const decimal HighestPrice = 1_000_000_000_000_000m;

    /// <summary>Points for a price beside the lowest one.</summary>
    /// <param name="formula">Which formula.</param>
    /// <param name="price">NOK, from <paramref name="lowest"/> to <see cref="HighestPrice"/>.</param>
    /// <param name="lowest">The lowest price of the bids that are scored, NOK, above 0.</param>
    /// <returns>10 for the lowest price, less for every other; below 0 by the linear formula from twice the lowest price on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is out of bounds: <see cref="LotScoring"/> refuses those first.</exception>
    public static decimal Points(PriceFormula formula, decimal price, decimal lowest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lowest);
        ArgumentOutOfRangeException.ThrowIfLessThan(price, lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(price, HighestPrice);
        return formula switch
        {
            PriceFormula.Linear => Best - (Best * (price - lowest) / lowest),
            PriceFormula.Proportional => Best * lowest / price,
            _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "Not a price formula."),
        };
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

    private static string Plain(decimal price) => price.ToString("0.############################");
}
