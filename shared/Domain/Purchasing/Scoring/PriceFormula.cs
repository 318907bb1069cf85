namespace Samkjop.Purchasing.Scoring;

/// <summary>How a price becomes points. Frozen at invitation. Names are wire format.</summary>
public enum PriceFormula
{
    /// <summary><c>10 − 10·(P − Pmin)/Pmin</c>: below zero from twice the lowest price on; never clamped.</summary>
    Linear,

    /// <summary><c>10·Pmin/P</c>: always above zero.</summary>
    Proportional,
}

/// <summary>What decides between equal totals. Frozen at invitation; where it leaves bids equal too, the drawn lot decides. Names are wire format.</summary>
public enum TieBreak
{
    /// <summary>The lower price goes first.</summary>
    LowestPrice,

    /// <summary>The higher weighted sum over the criteria marked as environment goes first.</summary>
    EnvironmentScore,

    /// <summary>The reproducible draw of <see cref="DrawnLot"/>.</summary>
    DrawnLot,
}

/// <summary>What a criterion is scored by. Names are wire format.</summary>
public enum CriterionKind
{
    /// <summary>By the price formula.</summary>
    Price,

    /// <summary>By evaluators: points 0–10 with a written reason.</summary>
    Quality,
}
