using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>What the officers of a round are told before bids for a lot lapse; once per lot and day that they lapse on.</summary>
public static class ValidityMessage
{
    /// <summary>The message; null while there is nothing to warn of.</summary>
    public static OutboundMessage? About(Round round, Lot lot, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        return BidValidity.WarningOf(round, lot, now) is not { } warning || lot.BidsValidUntil is not { } until
            ? null
            : new OutboundMessage(
                round.RoundId,
                $"validity-{lot.LotId}-{NodaTime.Text.LocalDatePattern.Iso.Format(until)}",
                MessageRecipient.Role(Role.ProcurementOfficer),
                new Text($"Vedståelsesfristen for {lot.LotId} nærmer seg: {round.Title.No}", $"Bids for {lot.LotId} are about to lapse: {round.Title.En}"),
                warning,
                $"/api/rounds/{round.RoundId}/bid-validity",
                now);
    }
}
