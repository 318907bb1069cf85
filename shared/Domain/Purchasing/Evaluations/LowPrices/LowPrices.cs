using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <param name="Compared">What the price was compared with, NOK per vehicle, to the øre.</param>
/// <param name="BelowPercent">How far below it is, one decimal.</param>
public sealed record LowPriceFinding(decimal Compared, decimal BelowPercent);

/// <summary>
/// Flags prices by the round's rule (<see cref="LowPriceRule"/>), over the bids that pass every mandatory requirement. The highest of them is never flagged, so that
/// some bid remains whatever is decided.
/// </summary>
public static class LowPrices
{
    /// <summary>Why a bid's price is flagged; null when it is not, or when there is no other bid to compare with.</summary>
    public static LowPriceFinding? FindingOf(Evaluation evaluation, IEnumerable<Evaluation> lot, LowPriceRule rule)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(rule);
        decimal[] others = [.. lot.Where(other => other.BidId != evaluation.BidId && other.PassedChecking).Select(other => other.Price).OfType<decimal>()];
        if (evaluation is not { PassedChecking: true, Price: { } price } || others.Length == 0)
        {
            return null;
        }

        var (sum, count) = rule.Basis is LowPriceBasis.NextLowest ? (others.Min(), 1) : (others.Sum(), others.Length);
        return price * count * 100 > sum * (100 - rule.Percent)
            ? null
            : new LowPriceFinding(
                Math.Round(sum / count, 2, MidpointRounding.AwayFromZero),
                Math.Round(100 - (price * count / sum * 100), 1, MidpointRounding.AwayFromZero));
    }

    /// <summary>Why a lot is not ranked yet: a price is flagged and nothing is decided on it; null when nothing hinders.</summary>
    internal static Refusal? Hinders(Round round, Lot lot, IReadOnlyCollection<Evaluation> evaluations)
    {
        string[] undecided =
        [
            .. evaluations.Where(e => e.PriceInquiry?.Decision is null && FindingOf(e, evaluations, round.Settings.LowPrice) is not null).Select(e => e.BidId),
        ];
        return undecided.Length == 0 ? null : LowPriceRefusals.Undecided(lot.LotId, undecided);
    }
}
