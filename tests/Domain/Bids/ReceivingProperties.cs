using CsCheck;
using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Bids;

/// <summary>Uploads are told of late, twice and in any order; the closing manifest depends on none of that.</summary>
public sealed class ReceivingProperties
{
    private static readonly Gen<Offer[]> Offers = Gen.Select(
        Gen.OneOf("bertel", "harald", "maxus"), Gen.OneOf("lot-1", "lot-2"), Gen.Int[-60, 60], Gen.OneOf(700L, BidLimits.MaxSheetBytes + 1), Gen.Bool,
        (supplier, lot, minute, size, withdraws) => new Offer(supplier, lot, Competition.Closes + Duration.FromMinutes(minute), size, withdraws))
        .Array[1, 12];

    [Fact]
    public void Any_order_and_number_of_messages_gives_the_same_manifest() =>
        Gen.Select(Offers, Gen.Int).Sample((offers, seed) =>
        {
            var announced = Announce(offers);
            var told = Tell(announced, offers, [.. Enumerable.Range(0, offers.Length)]);
            var shuffled = Shuffle([.. Enumerable.Range(0, offers.Length), .. Enumerable.Range(0, offers.Length)], seed);

            return HashOf(told) == HashOf(Tell(announced, offers, shuffled));
        });

    [Fact]
    public void Nothing_late_too_large_withdrawn_or_replaced_is_in_the_manifest_and_no_lot_stands_twice() =>
        Offers.Sample(offers =>
        {
            var entries = ClosingManifest.EntriesOf(Tell(Announce(offers), offers, [.. Enumerable.Range(0, offers.Length)]).Values);
            return entries.All(e => e.ReceivedAt < Competition.Closes && e.Size <= BidLimits.MaxSheetBytes)
                && entries.GroupBy(e => (e.BidId, e.LotId)).All(group => group.Count() == 1);
        });

    private static Dictionary<string, Bid> Announce(Offer[] offers)
    {
        var bids = new Dictionary<string, Bid>(StringComparer.Ordinal);
        for (var i = 0; i < offers.Length; i++)
        {
            var offer = offers[i];
            var now = Competition.Closes - Duration.FromMinutes(90 - i);
            var start = new StartBid(offer.Supplier, now, "kari");
            var bid = Bidding.Start(Competition.Bidding, bids.GetValueOrDefault(offer.Supplier), start).Accepted();
            bid = bid.Announced($"doc-{i:D2}", offer.LotId);
            bids[offer.Supplier] = offer.WithdrawsAfterwards ? Bidding.Withdraw(Competition.Bidding, bid, new WithdrawBid(now)).Accepted() : bid;
        }

        return bids;
    }

    private static Dictionary<string, Bid> Tell(Dictionary<string, Bid> announced, Offer[] offers, IReadOnlyList<int> order)
    {
        var bids = new Dictionary<string, Bid>(announced, StringComparer.Ordinal);
        foreach (var i in order)
        {
            var offer = offers[i];
            bids[offer.Supplier] = bids[offer.Supplier].Received($"doc-{i:D2}", offer.CommittedAt, offer.Size);
        }

        return bids;
    }

    private static string HashOf(Dictionary<string, Bid> bids) =>
        ClosingManifest.Sha256Of("2021-1", Competition.Closes, ClosingManifest.EntriesOf(bids.Values));

    private static int[] Shuffle(int[] items, int seed)
    {
        new Random(seed).Shuffle(items);
        return items;
    }

    private sealed record Offer(string Supplier, string LotId, Instant CommittedAt, long Size, bool WithdrawsAfterwards);
}
