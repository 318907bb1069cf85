namespace Samkjop.Purchasing;

/// <summary>When a price is asked about as abnormally low. The law names no number (FOA § 24-9), so the round states its own.</summary>
/// <param name="Percent">A price this many percent or more below what it is compared with is flagged; 5–90 in a plan.</param>
/// <param name="Basis">What it is compared with.</param>
public sealed record LowPriceRule(decimal Percent, LowPriceBasis Basis)
{
    /// <summary>30 % below the mean of the others.</summary>
    public static LowPriceRule Default { get; } = new(30, LowPriceBasis.MeanOfOthers);
}

/// <summary>What a price is compared with. Names are wire format.</summary>
public enum LowPriceBasis
{
    /// <summary>The mean of the other bids that pass every requirement.</summary>
    MeanOfOthers,

    /// <summary>The lowest of the other bids that pass every requirement.</summary>
    NextLowest,
}
