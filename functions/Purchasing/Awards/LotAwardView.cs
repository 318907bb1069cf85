using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>What was decided about a lot, as staff read it.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="Proposal">Null until proposed.</param>
/// <param name="ReturnedProposals">Not approved, oldest first.</param>
/// <param name="Award">Null until decided.</param>
/// <param name="Letters">When the letters went out, to whom, and the standstill; null before.</param>
/// <param name="Signatures">Who has signed.</param>
/// <param name="OrderIds">Empty until placed.</param>
public sealed record LotAwardView(
    string RoundId, string LotId, LotPhase Phase, AwardProposal? Proposal, ImmutableArray<ReturnedProposal> ReturnedProposals, AwardDecision? Award,
    LetterDispatch? Letters, ImmutableArray<ContractSignature> Signatures, ImmutableArray<string> OrderIds)
{
    public static LotAwardView Of(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return new(lot.RoundId, lot.LotId, lot.Phase, lot.Proposal, lot.ReturnedProposals, lot.Award, lot.Letters, lot.Signatures, lot.OrderIds);
    }
}

/// <summary>A lot's contract as both parties read it.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot.</param>
/// <param name="StandstillEnds">24:00 Europe/Oslo of the standstill's last day; null when none is held.</param>
/// <param name="Signatures">Which party has signed, when.</param>
public sealed record ContractView(string RoundId, string LotId, Instant? StandstillEnds, ImmutableArray<PartySignature> Signatures)
{
    public static ContractView Of(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return new(lot.RoundId, lot.LotId, lot.Letters?.StandstillEnds, [.. lot.Signatures.Select(signature => new PartySignature(signature.Party, signature.At))]);
    }
}

/// <param name="Party">Buyer or supplier.</param>
/// <param name="At">When.</param>
public sealed record PartySignature(ContractParty Party, Instant At);
