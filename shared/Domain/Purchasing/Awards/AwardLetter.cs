using System.Collections.Immutable;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Awards;

/// <summary>
/// What one bidder is told of an award (FOA § 25-1). Written before it is sent; readable only once <see cref="Lot.Letters"/> is set, so that
/// one decision makes all letters of a lot readable at the same instant. Dates stand in the dispatch, not here.
/// </summary>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot.</param>
/// <param name="SupplierId">The recipient.</param>
/// <param name="Content">What it says.</param>
/// <param name="Dispatch">The number of the dispatch, from 1; letters of an award that no longer stands are kept.</param>
public sealed record AwardLetter(string RoundId, string LotId, string SupplierId, AwardLetterContent Content, int Dispatch = 1) : IDocument
{
    public static string Container => Containers.Rounds;

    public static string Kind => "awardLetter";

    public static int SchemaVersion => 1;

    public string Id => IdOf(LotId, SupplierId, Dispatch);

    public string PartitionKey => RoundId;

    public string? Mark => null;

    /// <summary><c>letter-lot-1-supplier</c>; <c>letter-lot-1.2-supplier</c> of the second dispatch.</summary>
    public static string IdOf(string lotId, string supplierId, int dispatch = 1) => $"{PrefixOf(lotId, dispatch)}{supplierId}";

    /// <summary>Where the ids of a dispatch of a lot's letters begin.</summary>
    public static string PrefixOf(string lotId, int dispatch = 1) => dispatch == 1 ? $"letter-{lotId}-" : $"letter-{lotId}.{dispatch}-";
}

/// <param name="RoundTitle">The round's title.</param>
/// <param name="LotTitle">The lot's title.</param>
/// <param name="RecipientName">The recipient's registered name.</param>
/// <param name="Outcome">What became of the recipient's bid.</param>
/// <param name="WinnerName">The winner's registered name; null where the lot ended without an award.</param>
/// <param name="Reason">The reason for the award, as the officer wrote it; null where there is none.</param>
/// <param name="Own">How the recipient's bid was scored; null when it was rejected.</param>
/// <param name="Winner">How the winner's bid was scored, without its price; null to the winner and to the rejected.</param>
/// <param name="Advantages">The winner's relative advantages over the recipient's bid, by criterion.</param>
/// <param name="Rejections">Why the recipient's bid was rejected or set aside; empty otherwise.</param>
/// <param name="Replaces">Which earlier letter this one replaces, and why; null in the first.</param>
public sealed record AwardLetterContent(
    Text RoundTitle, Text LotTitle, string RecipientName, LetterOutcome Outcome, string? WinnerName, string? Reason,
    LetterScores? Own, LetterScores? Winner, ImmutableArray<Text> Advantages, ImmutableArray<Text> Rejections, Text? Replaces = null);

public enum LetterOutcome
{
    Won,
    NotChosen,
    Rejected,

    /// <summary>The bid was to win and no longer can.</summary>
    SetAside,

    /// <summary>The lot was cancelled; nobody wins it.</summary>
    Cancelled,
}

/// <param name="Rank">From 1.</param>
/// <param name="Price">NOK as compared; only ever the recipient's own.</param>
/// <param name="Total">Sum of the weighted points.</param>
/// <param name="Criteria">In the order of the invitation.</param>
public sealed record LetterScores(int Rank, decimal? Price, decimal Total, ImmutableArray<LetterScore> Criteria);

/// <param name="CriterionId">Which criterion.</param>
/// <param name="Name">As in the invitation.</param>
/// <param name="WeightPercent">Its weight.</param>
/// <param name="Points">Points.</param>
/// <param name="WeightedPoints">Weighted points.</param>
/// <param name="Reason">Why these points: the evaluators' words, or the price formula without anybody's price.</param>
public sealed record LetterScore(string CriterionId, Text Name, decimal WeightPercent, decimal Points, decimal WeightedPoints, Text Reason);
