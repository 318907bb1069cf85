using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Openings;

public sealed class ClosingManifestTests
{
    [Fact]
    public void The_manifest_lists_what_stands_by_bid_and_document()
    {
        var bids = new[] { Competition.Started("harald").With("doc-2", "lot-1"), Competition.Started().With("doc-1", "lot-2").With("doc-0", "lot-1") };

        Assert.Equal(["doc-0", "doc-1", "doc-2"], ClosingManifest.EntriesOf(bids).Select(e => e.DocumentId));
    }

    [Fact]
    public void Fixing_it_ends_the_bidding_and_names_its_hash()
    {
        var entries = ClosingManifest.EntriesOf([Competition.Started().With("doc-1", "lot-1")]);

        var round = BidOpening.Fix(Competition.Bidding, new FixManifest(entries, Competition.Closes)).Accepted();

        Assert.Equal(RoundPhase.AwaitingOpening, round.Phase);
        Assert.Equal(new ManifestSummary(Competition.Closes, 1, ClosingManifest.Sha256Of("2021-1", Competition.Closes, entries)), round.Manifest);
    }

    [Fact]
    public void It_is_never_fixed_before_closing() => Assert.Equal(
        "opening-too-early", BidOpening.Fix(Competition.Bidding, new FixManifest([], Competition.Closes.PlusTicks(-1))).Refused().Code);

    [Fact]
    public void One_changed_byte_changes_the_hash()
    {
        var entries = ClosingManifest.EntriesOf([Competition.Started().With("doc-1", "lot-1")]);

        Assert.NotEqual(
            ClosingManifest.Sha256Of("2021-1", Competition.Closes, entries),
            ClosingManifest.Sha256Of("2021-1", Competition.Closes, [entries[0] with { Sha256 = entries[0].Sha256.Replace('d', 'e') }]));
    }

    [Fact]
    public void A_large_manifest_lies_on_several_pages()
    {
        var entry = ClosingManifest.EntriesOf([Competition.Started().With("doc-1", "lot-1")])[0];

        var pages = ClosingManifest.PagesOf("2021-1", [.. Enumerable.Repeat(entry, ClosingManifest.PageSize + 1)]);

        Assert.Equal([("manifest-0001", ClosingManifest.PageSize), ("manifest-0002", 1)], pages.Select(page => (page.Id, page.Entries.Length)));
    }

    [Fact]
    public void Once_fixed_it_stands()
    {
        var fixedRound = Competition.AwaitingOpening;
        var entries = ClosingManifest.EntriesOf([Competition.Started().With("doc-1", "lot-1")]);

        Assert.Same(fixedRound, BidOpening.Fix(fixedRound, new FixManifest(entries, Competition.After)).Accepted());
    }
}
