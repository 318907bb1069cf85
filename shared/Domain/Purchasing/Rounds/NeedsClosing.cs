using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>The round stopped taking needs.</summary>
public sealed record NeedsClosed(string RoundId) : DomainEvent;

/// <summary>Lots were formed and locked.</summary>
public sealed record LotsLocked(string RoundId, int Lots, int Needs, long Vehicles) : DomainEvent;

/// <summary>The round ended with no approved need, so there was nothing to buy.</summary>
public sealed record RoundClosedEmpty(string RoundId) : DomainEvent;

/// <summary>Takes the round from collecting needs to locked lots.</summary>
public static class NeedsClosing
{
    /// <summary>Stops taking needs once the time of locking has come; before it nothing changes.</summary>
    public static Decision<Round> Close(Round round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Phase is RoundPhase.CollectingNeeds && now >= round.Needs.LotsLockAt
            ? Decision.Accept(round with { Phase = RoundPhase.Consolidating }, new NeedsClosed(round.RoundId))
            : Decision.Unchanged(round);
    }

    /// <summary>Locks the lots that were formed of the pinned needs, or ends a round that has none.</summary>
    public static Decision<Round> Lock(Round round, IReadOnlyList<Lot> lots, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lots);
        if (round.Phase is not RoundPhase.Consolidating)
        {
            return Decision.Unchanged(round);
        }

        if (lots.Count == 0)
        {
            var closing = new RoundClosing(now, ProtocolBlob: null, new Text(
                "Ingen godkjente behov var klare for kjøp da delkontraktene skulle låses, så det var ingenting å kjøpe.",
                "No approved needs were ready to be bought when the lots were to be locked, so there was nothing to buy."));
            return Decision.Accept(round with { Phase = RoundPhase.Closed, Closing = closing }, new RoundClosedEmpty(round.RoundId));
        }

        return Decision.Accept(
            round with { Phase = RoundPhase.AwaitingInvitation, LotIds = [.. lots.Select(l => l.LotId)] },
            new LotsLocked(round.RoundId, lots.Count, lots.Sum(l => l.Content.Lines.Count), lots.Sum(l => l.Content.TotalQuantity)));
    }
}
