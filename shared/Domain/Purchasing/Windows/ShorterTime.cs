using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>
/// A shorter time that an officer proposes and everybody invited must consent to (directive 2014/24/EU art. 34(2)(b); sub-central buyers). Until then
/// the closing stands as it is.
/// </summary>
/// <param name="Number">Running number within the round, from 1.</param>
/// <param name="ProposedAt">When it was proposed, UTC.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="From">The closing that it is to replace.</param>
/// <param name="To">The earlier closing, exclusive.</param>
/// <param name="Reason">Why, as all invited read it.</param>
/// <param name="Consents">Who has consented, in that order; one per supplier.</param>
/// <param name="DeclinedAt">When somebody declined, which ends it; null while nobody has.</param>
public sealed record ShorterTime(
    int Number, Instant ProposedAt, string By, Instant From, Instant To, Text Reason, ImmutableArray<ShorterTimeConsent> Consents, Instant? DeclinedAt = null)
{
    /// <summary>Whether it can still be consented to at the instant.</summary>
    public bool IsOpen(Round round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return DeclinedAt is null && round.Phase is RoundPhase.Bidding && round.Invitation?.Window.Closes == From && now < To;
    }
}

/// <param name="SupplierId">Who consents.</param>
/// <param name="By">The person or system that consented for it.</param>
/// <param name="At">When, UTC.</param>
public sealed record ShorterTimeConsent(string SupplierId, string By, Instant At);
