using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>What the contract manager has decided about an order.</summary>
/// <param name="RulingId">Derived from caller and key; a repeated id counts once.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Reason">Why, as supplier and agency read it.</param>
/// <param name="By">The contract manager's subject.</param>
/// <param name="At">When.</param>
public sealed record OrderRuling(string RulingId, OrderRulingKind Kind, string Reason, string By, Instant At)
{
    /// <summary>The supplier's rejections that it answers; empty but for <see cref="OrderRulingKind.Sustained"/>.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>The new last local day of delivery; null but for <see cref="OrderRulingKind.DateAccepted"/>.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Whether damages run from the new day instead of the contract's.</summary>
    public bool WithoutDamages { get; init; }

    /// <summary>Why the order was terminated; null but for <see cref="OrderRulingKind.Terminated"/>.</summary>
    public TerminationGround? Ground { get; init; }

    /// <summary>NOK claimed; null but for <see cref="OrderRulingKind.DamagesClaimed"/> and <see cref="OrderRulingKind.DamagesWaived"/>, where it is 0.</summary>
    public decimal? Amount { get; init; }

    /// <summary>NOK that the calculation gave when it was decided.</summary>
    public decimal? Calculated { get; init; }
}

/// <summary>What a contract manager can decide about an order. Wire format.</summary>
public enum OrderRulingKind
{
    /// <summary>The supplier's rejection is not taken: it is bound by the contract, and the order stands.</summary>
    Sustained,

    /// <summary>A new last day of delivery.</summary>
    DateAccepted,

    /// <summary>The announced delay is not agreed to: the day stands.</summary>
    DateRefused,

    /// <summary>The order is cancelled before anything is delivered; its vehicles are released.</summary>
    Cancelled,

    /// <summary>The order is terminated (heving): delivered vehicles are kept, the rest are released.</summary>
    Terminated,

    /// <summary>Liquidated damages are claimed.</summary>
    DamagesClaimed,

    /// <summary>Liquidated damages are not claimed.</summary>
    DamagesWaived,
}

/// <summary>Why an order is terminated. Wire format.</summary>
public enum TerminationGround
{
    /// <summary>Damages of a missing vehicle have reached their cap.</summary>
    DamagesCapReached,

    /// <summary>Another substantial breach, which the reason describes.</summary>
    SubstantialBreach,
}
