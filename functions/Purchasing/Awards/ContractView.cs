using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>A lot's contract as both parties read it.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot.</param>
/// <param name="StandstillEnds">24:00 Europe/Oslo of the standstill's last day; null when none is held.</param>
/// <param name="IsSuspended">A complaint keeps it from being signed.</param>
/// <param name="Terms">What is signed; null where the winner's sheet is not there.</param>
/// <param name="TermsSha256">Their hash, which stands in the signatures.</param>
/// <param name="Signatures">Which party has signed, when.</param>
public sealed record ContractView(
    string RoundId, string LotId, Instant? StandstillEnds, bool IsSuspended, ContractTerms? Terms, string? TermsSha256, ImmutableArray<PartySignature> Signatures)
{
    public static ContractView Of(Lot lot, ContractTerms? terms)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return new(
            lot.RoundId, lot.LotId, lot.Letters?.StandstillEnds, !lot.Suspensions.IsEmpty, terms, terms?.Sha256(),
            [.. lot.Signatures.Select(signature => new PartySignature(signature.Party, signature.At, signature.TermsSha256))]);
    }
}

/// <param name="Party">Buyer or supplier.</param>
/// <param name="At">When.</param>
/// <param name="TermsSha256">Hash of what was signed; null in signatures from before it was kept.</param>
public sealed record PartySignature(ContractParty Party, Instant At, string? TermsSha256);
