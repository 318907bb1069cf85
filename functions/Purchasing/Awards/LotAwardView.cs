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
/// <param name="Suspensions">Complaints that keep the contract from being signed.</param>
/// <param name="SetAside">Bids that were to win and no longer can, oldest first.</param>
/// <param name="EarlierAwards">Awards that no longer stand, oldest first.</param>
public sealed record LotAwardView(
    string RoundId, string LotId, LotPhase Phase, AwardProposal? Proposal, ImmutableArray<ReturnedProposal> ReturnedProposals, AwardDecision? Award,
    LetterDispatch? Letters, ImmutableArray<ContractSignature> Signatures, ImmutableArray<string> OrderIds, ImmutableArray<LotSuspension> Suspensions,
    ImmutableArray<SetAsideBid> SetAside, ImmutableArray<EarlierAward> EarlierAwards)
{
    public static LotAwardView Of(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return new(lot.RoundId, lot.LotId, lot.Phase, lot.Proposal, lot.ReturnedProposals, lot.Award, lot.Letters, lot.Signatures, lot.OrderIds,
            lot.Suspensions, lot.SetAside, lot.EarlierAwards);
    }
}
