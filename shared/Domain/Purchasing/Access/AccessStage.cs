using NodaTime;

namespace Samkjop.Purchasing.Access;

/// <summary>How far a round has come, as far as that decides who may read what.</summary>
public enum AccessStage
{
    /// <summary>No invitation is out.</summary>
    Preparing,

    /// <summary>The invitation is out and the bids are sealed: nobody reads them, whatever the law of access says (Directive 2014/24 Annex IV).</summary>
    Sealed,

    /// <summary>The bids are open and not every lot has its award: tenders and protocol are exempt (offentleglova § 23 tredje ledd).</summary>
    Opened,

    /// <summary>Every bidder has been told who won what.</summary>
    Awarded,

    /// <summary>The round has ended.</summary>
    Closed,
}

/// <summary>Finds a round's stage.</summary>
public static class AccessStages
{
    /// <summary>The stage. Bids that were never opened stay sealed for good, also in a round that was cancelled.</summary>
    public static AccessStage Of(Round round, IEnumerable<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round switch
        {
            { OpenedAt: null, Manifest: not null } or { OpenedAt: null, Invitation: not null } => AccessStage.Sealed,
            { Phase: RoundPhase.Closed } => AccessStage.Closed,
            { OpenedAt: null } => AccessStage.Preparing,
            { Phase: RoundPhase.Delivering } => AccessStage.Awarded,
            _ when lots.ToList() is { Count: > 0 } all && all.TrueForAll(IsTold) => AccessStage.Awarded,
            _ => AccessStage.Opened,
        };
    }

    /// <summary>When the last lot's bidders were told, which ends the exemption; null before.</summary>
    public static Instant? AwardedAt(Round round, IReadOnlyCollection<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lots);
        return Of(round, lots) is AccessStage.Awarded or AccessStage.Closed
            ? lots.Max(lot => lot.Letters?.SentAt) ?? round.Closing?.At ?? round.OpenedAt
            : null;
    }

    private static bool IsTold(Lot lot) => lot.Letters is not null || lot.Phase is LotPhase.WithoutBids;
}
