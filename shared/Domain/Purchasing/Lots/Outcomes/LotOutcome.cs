using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>What was decided of a lot that got no valid bid or was cancelled.</summary>
/// <param name="Kind">Whether its needs are tried again.</param>
/// <param name="Reason">Why, as its agencies read it.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When.</param>
/// <param name="NextRoundId">The round that takes its needs; null where it is closed, and while none is planned.</param>
public sealed record LotOutcome(LotOutcomeKind Kind, Text Reason, string By, Instant At, string? NextRoundId)
{
    /// <summary>Whether the lot was cancelled: it did not want for valid bids.</summary>
    public bool IsCancellation { get; init; }
}

/// <summary>What becomes of a lot without a valid bid. Names are wire format.</summary>
public enum LotOutcomeKind
{
    /// <summary>Nothing is bought; its needs end with the round.</summary>
    Close,

    /// <summary>Its needs go to the next round, as drafts that their agencies confirm.</summary>
    Rerun,
}

/// <summary>An officer of the round decides what becomes of a lot without a valid bid.</summary>
public sealed record DecideLotOutcome(Caller By, LotOutcomeKind Kind, Text Reason, Instant Now);

/// <summary>It was decided what becomes of a lot without a valid bid; its agencies are told.</summary>
public sealed record LotOutcomeDecided(string LotId, LotOutcomeKind Kind, Text Reason, string? NextRoundId) : DomainEvent;
