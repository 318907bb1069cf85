using NodaTime.Text;
using Samkjop.Publication.Model;
using Samkjop.Purchasing;
using Samkjop.Suppliers;

namespace Samkjop.Publication;

/// <summary>What becomes public of a lot: the winner with the letters, the contract's value with both signatures; never a loser, never a price per vehicle.</summary>
public static class LotReleases
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The letters are out, with an award.</summary>
    /// <param name="head">The release's head.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="winner">The winner as the register has it; null where it has none.</param>
    public static Release Awarded(ReleaseHead head, Lot lot, Supplier? winner)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(lot);
        return head.Begin(ReleaseTags.Award) with
        {
            Parties = winner is null ? null : [Parties.Winner(winner)],
            Bids = CountOf(head, lot),
            Awards =
            [
                AwardOf(lot) with
                {
                    Title = lot.Content.Title.No,
                    TitleEn = lot.Content.Title.En,
                    Status = lot.Letters?.StandstillEnds is null ? AwardStatus.Active : AwardStatus.Pending,
                    Date = lot.Award!.At,
                    Suppliers = winner is null ? null : [Parties.Reference(winner)],
                    Items = [LotItems.Of(lot)],
                    RelatedLots = [lot.LotId],
                },
            ],
        };
    }

    /// <summary>The letters are out, and nobody gets the lot.</summary>
    public static Release NotAwarded(ReleaseHead head, Lot lot)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(lot);
        return head.Begin(ReleaseTags.Award) with
        {
            Tender = new Tender
            {
                Id = lot.RoundId,
                Lots = [new TenderLot(lot.LotId, Status: RoundReleases.StatusOf(lot))],
                Amendments = lot.Outcome is { IsCancellation: true, Reason: var reason }
                    ? [RoundReleases.AmendmentOf(head, $"{lot.LotId}-cancelled", reason, new Text("Delkontrakten er avlyst.", "The lot is cancelled."))]
                    : null,
            },
            Bids = CountOf(head, lot),
            Awards =
            [
                new Award
                {
                    Id = $"award-{lot.LotId}-none",
                    Title = lot.Content.Title.No,
                    TitleEn = lot.Content.Title.En,
                    Status = lot.Outcome is { IsCancellation: true } ? AwardStatus.Cancelled : AwardStatus.Unsuccessful,
                    Date = head.Date,
                    RelatedLots = [lot.LotId],
                },
            ],
        };
    }

    /// <summary>An award that letters had told of has ended before its contract; another one has letters of its own.</summary>
    public static Release AwardEnded(ReleaseHead head, Lot lot, EarlierAward earlier)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(earlier);
        return head.Begin(ReleaseTags.AwardCancellation) with { Awards = [new Award { Id = $"award-{Suffix(lot.LotId, earlier.Award)}", Status = AwardStatus.Cancelled }] };
    }

    /// <summary>The standstill is over.</summary>
    public static Release InForce(ReleaseHead head, Lot lot)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Begin(ReleaseTags.AwardUpdate) with { Awards = [AwardOf(lot) with { Status = AwardStatus.Active }] };
    }

    /// <summary>Both parties have signed.</summary>
    /// <param name="head">The release's head.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="unitPrice">NOK per vehicle, of which only the sum is published; null where it cannot be told.</param>
    public static Release Contracted(ReleaseHead head, Lot lot, decimal? unitPrice)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(lot);
        return head.Begin(ReleaseTags.Contract) with
        {
            Contracts =
            [
                ContractOf(lot) with
                {
                    Title = lot.Content.Title.No,
                    TitleEn = lot.Content.Title.En,
                    Status = "active",
                    DateSigned = head.Date,
                    Value = unitPrice is { } price ? Amount.Nok(price * lot.Content.TotalQuantity) : null,
                    Items = [LotItems.Of(lot)],
                },
            ],
        };
    }

    /// <summary>Every order of the lot has ended.</summary>
    public static Release Ended(ReleaseHead head, Lot lot)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Begin(ReleaseTags.ContractTermination) with { Contracts = [ContractOf(lot) with { Status = "terminated" }] };
    }

    internal static Contract ContractOf(Lot lot) => new() { Id = $"contract-{Suffix(lot)}", AwardId = $"award-{Suffix(lot)}" };

    private static Award AwardOf(Lot lot) => new() { Id = $"award-{Suffix(lot)}" };

    private static string Suffix(Lot lot) => Suffix(lot.LotId, lot.Award ?? throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} is not awarded."));

    private static string Suffix(string lotId, AwardDecision award) => $"{lotId}-{Stamp.Format(award.At)}";

    private static BidCount CountOf(ReleaseHead head, Lot lot) => new(
    [
        new BidStatistic($"{lot.LotId}-bids", "bids", head.Date, lot.Letters?.Recipients.Length ?? 0, lot.LotId),
        new BidStatistic($"{lot.LotId}-valid-bids", "validBids", head.Date, lot.Ranking?.Bids.Count ?? 0, lot.LotId),
    ]);
}
