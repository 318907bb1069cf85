using System.Collections.Immutable;
using Samkjop.Documents;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing.Awards;

/// <summary>Somebody who bid for a lot.</summary>
/// <param name="BidId">The bid.</param>
/// <param name="SupplierId">Its supplier.</param>
/// <param name="SupplierName">Registered name.</param>
/// <param name="Rejections">Why the bid was rejected; empty when it was ranked.</param>
public sealed record LotBidder(string BidId, string SupplierId, string SupplierName, ImmutableArray<Text> Rejections);

/// <summary>
/// Writes the letters of an award: to each bidder its own scores beside the winner's, the winner's name and relative advantages, reasons for a
/// rejection, and nothing of any other bidder (FOA § 25-1).
/// </summary>
public static class LetterWriter
{
    /// <summary>One letter per bidder, by supplier.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">A lot that is awarded, or ended without an award since every bid was rejected.</param>
    /// <param name="bidders">Everybody who bid for it.</param>
    /// <exception cref="InvalidOperationException">The lot is not awarded, or the winner is not among the bidders.</exception>
    public static ImmutableArray<AwardLetter> Write(Round round, Lot lot, IReadOnlyCollection<LotBidder> bidders)
    {
        var (dispatch, replaces) = (lot.NextDispatch(), Replaces(lot));
        if (lot.Phase is LotPhase.WithoutBids)
            return [.. Sorted(bidders).Select(bidder => Letter(OfNoAward(round, lot, bidder), bidder))];
        if (lot is not { Award: { } award, Proposal: { } proposal, Ranking: { } ranking })
            throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} is not awarded, so there are no letters to write.");
        var winner = bidders.Single(bidder => bidder.BidId == award.BidId);
        return [.. Sorted(bidders).Select(bidder => Letter(Content(round, lot, proposal, ranking, bidder, winner), bidder))];

        AwardLetter Letter(AwardLetterContent content, LotBidder bidder) =>
            new(lot.RoundId, lot.LotId, bidder.SupplierId, content with { Replaces = replaces }, dispatch);
    }

    private static IOrderedEnumerable<LotBidder> Sorted(IEnumerable<LotBidder> bidders) => bidders.OrderBy(bidder => bidder.SupplierId, StringComparer.Ordinal);

    private static AwardLetterContent OfNoAward(Round round, Lot lot, LotBidder bidder)
    {
        if (lot.Outcome is { IsCancellation: true, Reason: var reason })
        {
            return new(
                round.Title, lot.Content.Title, bidder.SupplierName, LetterOutcome.Cancelled, WinnerName: null, Reason: null, Own: null, Winner: null, Advantages: [], [reason]);
        }

        var rejections = SetAsideOf(lot, bidder) is { } aside ? [LetterTexts.SetAsideOf(aside)] : bidder.Rejections;
        var outcome = lot.HasSetAside(bidder.BidId) ? LetterOutcome.SetAside : LetterOutcome.Rejected;
        return new(
            round.Title, lot.Content.Title, bidder.SupplierName, outcome, WinnerName: null, Reason: null, Own: null, Winner: null, Advantages: [], rejections);
    }

    private static AwardLetterContent Content(Round round, Lot lot, AwardProposal proposal, LotRanking ranking, LotBidder bidder, LotBidder winner)
    {
        var own = ranking.Bids.FirstOrDefault(bid => bid.BidId == bidder.BidId);
        var best = ranking.Bids.First(bid => bid.BidId == winner.BidId);
        var aside = SetAsideOf(lot, bidder);
        var outcome = (own, aside) switch
        {
            (null, _) => LetterOutcome.Rejected,
            (_, not null) => LetterOutcome.SetAside,
            _ => bidder == winner ? LetterOutcome.Won : LetterOutcome.NotChosen,
        };
        var isCompared = outcome is LetterOutcome.NotChosen or LetterOutcome.SetAside;
        return new(
            round.Title, lot.Content.Title, bidder.SupplierName, outcome, winner.SupplierName, proposal.Reason,
            Own: own is null ? null : Scores(ranking.Model, own, showsPrice: true),
            Winner: isCompared ? Scores(ranking.Model, best, showsPrice: false) : null,
            Advantages: isCompared ? Advantages(ranking.Model, best, own!) : [],
            Rejections: aside is not null ? [LetterTexts.SetAsideOf(aside)] : own is null ? bidder.Rejections : []);
    }

    private static SetAsideBid? SetAsideOf(Lot lot, LotBidder bidder) => lot.SetAside.FirstOrDefault(aside => aside.BidId == bidder.BidId);

    private static Text? Replaces(Lot lot) =>
        lot.EarlierAwards.LastOrDefault(earlier => earlier.Letters is not null) is { Letters: { } letters } earlier ? LetterTexts.Replaces(earlier, letters) : null;

    private static LetterScores Scores(ScoringModel model, BidScore bid, bool showsPrice) => new(
        bid.Rank, showsPrice ? bid.Price : null, bid.Total,
        [
            .. bid.Criteria.Zip(model.Criteria, (score, criterion) => new LetterScore(
                criterion.Id, criterion.Name, score.WeightPercent, score.Points, score.WeightedPoints,
                criterion.Kind is Scoring.CriterionKind.Price ? FormulaInWords(model.Formula) : new Text(score.Calculation, score.Calculation))),
        ]);

    // The calculation with its numbers would give away the lowest price, which may be a third bidder's.
    private static Text FormulaInWords(PriceFormula formula) => formula is PriceFormula.Linear
        ? new("Lineær prisformel: 10 poeng til laveste pris, og så mye mindre som prisen er høyere, relativt til den laveste.",
            "Linear price formula: 10 points to the lowest price, less by as much as a price is higher, relative to the lowest.")
        : new("Forholdsmessig prisformel: 10 poeng til laveste pris, ellers 10 ganger forholdet mellom laveste pris og tilbudets.",
            "Proportional price formula: 10 points to the lowest price, else 10 times the ratio of the lowest price to the bid's.");

    private static ImmutableArray<Text> Advantages(ScoringModel model, BidScore winner, BidScore own) =>
    [
        .. model.Criteria.Select((criterion, i) => (criterion, Winner: winner.Criteria[i], Own: own.Criteria[i]))
            .Where(pair => pair.Winner.Points > pair.Own.Points)
            .Select(pair => new Text(
                $"{pair.criterion.Name.No}: {NorwegianNumber.Points(pair.Winner.Points)} poeng mot deres {NorwegianNumber.Points(pair.Own.Points)}",
                $"{pair.criterion.Name.En}: {NorwegianNumber.Points(pair.Winner.Points)} points against your {NorwegianNumber.Points(pair.Own.Points)}")),
    ];
}
