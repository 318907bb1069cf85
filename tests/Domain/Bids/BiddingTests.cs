using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Bids;

public sealed class BiddingTests
{
    [Fact]
    public void An_invited_supplier_begins_its_bid()
    {
        var decision = Bidding.Start(Competition.Bidding, null, new StartBid("bertel", Competition.During, "kari"));

        var bid = decision.Accepted();
        Assert.Equal(("bid-bertel", BidState.Open, "kari"), (bid.BidId, bid.State, bid.StartedBy));
        Assert.Equal([new BidStarted("bid-bertel", "bertel", Anew: false)], decision.Events());
    }

    [Fact]
    public void Beginning_again_changes_nothing()
    {
        var bid = Competition.Started();

        var again = Bidding.Start(Competition.Bidding, bid, new StartBid("bertel", Competition.During, "ola"));

        Assert.Same(bid, again.Accepted());
        Assert.Empty(again.Events());
    }

    [Fact]
    public void A_supplier_that_is_not_invited_is_told_so() => Assert.Equal(
        "not-invited", Bidding.Start(Competition.Bidding, null, new StartBid("nobody", Competition.During, "x")).Refused().Code);

    [Theory]
    [InlineData(-1, "bid-window-not-open")]
    [InlineData(0, null)]
    public void The_window_opens_at_its_first_instant(long ticks, string? code) => Assert.Equal(code, CodeOf(
        Bidding.Start(Competition.Bidding, null, new StartBid("bertel", Competition.Opens.PlusTicks(ticks), "kari"))));

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "bid-window-closed")]
    public void The_window_closes_at_its_end_and_not_a_tick_earlier(long ticks, string? code) => Assert.Equal(code, CodeOf(
        Bidding.Announce(Competition.Bidding, Competition.Started(), ASheet() with { Now = Competition.Closes.PlusTicks(ticks) })));

    [Fact]
    public void A_late_announcement_reads_like_a_receipt()
    {
        var refusal = Bidding.Announce(Competition.Bidding, Competition.Started(), ASheet() with { Now = Competition.Closes }).Refused();

        Assert.Equal(RefusalKind.Conflict, refusal.Kind);
        Assert.Contains("fredag 21. mai 2021 kl. 12.00 (norsk tid)", refusal.Detail.No, StringComparison.Ordinal);
        Assert.Contains("Friday 21 May 2021 at 12:00 (Norwegian time)", refusal.Detail.En, StringComparison.Ordinal);
        Assert.Contains("Nothing of it was kept", refusal.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_received_before_an_invitation() => Assert.Equal("bid-window-not-open", CodeOf(
        Bidding.Start(Competition.Bidding with { Invitation = null, Phase = RoundPhase.AwaitingInvitation }, null, new StartBid("bertel", Competition.During, "kari"))));

    [Fact]
    public void An_announced_document_is_kept_without_its_directories()
    {
        var bid = Bidding.Announce(Competition.Bidding, Competition.Started(), ASheet() with { FileName = @"C:\Users\kari\..\pris<1>.json" }).Accepted();

        Assert.Equal("pris1.json", Assert.Single(bid.Documents).FileName);
    }

    [Fact]
    public void A_repeated_announcement_changes_nothing()
    {
        var bid = Bidding.Announce(Competition.Bidding, Competition.Started(), ASheet()).Accepted();

        Assert.Same(bid, Bidding.Announce(Competition.Bidding, bid, ASheet()).Accepted());
    }

    [Fact]
    public void A_repeated_announcement_of_something_else_is_refused()
    {
        var bid = Bidding.Announce(Competition.Bidding, Competition.Started(), ASheet()).Accepted();

        Assert.Equal("idempotency-key-reused", Bidding.Announce(Competition.Bidding, bid, ASheet() with { LotId = "lot-2" }).Refused().Code);
    }

    [Theory]
    [InlineData(BidDocumentPurpose.Sheet, null, "pris.json", "lotId")]
    [InlineData(BidDocumentPurpose.Sheet, "lot-9", "pris.json", "lotId")]
    [InlineData(BidDocumentPurpose.Attachment, null, "..", "fileName")]
    public void A_document_says_what_it_is_for(BidDocumentPurpose purpose, string? lotId, string fileName, string path)
    {
        var refusal = Bidding.Announce(
            Competition.Bidding, Competition.Started(), new AnnounceBidDocument("doc-1", purpose, lotId, fileName, Competition.During)).Refused();

        Assert.Equal("bid-document-invalid", refusal.Code);
        Assert.Equal([path], refusal.Errors!.Keys);
    }

    [Fact]
    public void A_bid_holds_so_many_documents_and_no_more()
    {
        var full = Enumerable.Range(0, BidLimits.MaxDocuments).Aggregate(
            Competition.Started(), (bid, n) => Bidding.Announce(Competition.Bidding, bid, ASheet() with { DocumentId = $"doc-{n}" }).Accepted());

        Assert.Equal("too-many-documents", Bidding.Announce(Competition.Bidding, full, ASheet() with { DocumentId = "doc-x" }).Refused().Code);
    }

    [Fact]
    public void A_withdrawn_bid_counts_no_more_and_takes_no_documents()
    {
        var withdrawn = Bidding.Withdraw(Competition.Bidding, Competition.Started().With("doc-1", "lot-1"), new WithdrawBid(Competition.During)).Accepted();

        Assert.Equal(BidState.Withdrawn, withdrawn.State);
        Assert.Empty(withdrawn.Standing);
        Assert.Empty(ClosingManifest.EntriesOf([withdrawn]));
        Assert.Equal("bid-withdrawn", Bidding.Announce(Competition.Bidding, withdrawn, ASheet()).Refused().Code);
        Assert.Same(withdrawn, Bidding.Withdraw(Competition.Bidding, withdrawn, new WithdrawBid(Competition.During)).Accepted());
    }

    [Fact]
    public void A_withdrawn_bid_begins_anew_without_its_old_documents()
    {
        var withdrawn = Bidding.Withdraw(Competition.Bidding, Competition.Started().With("doc-1", "lot-1"), new WithdrawBid(Competition.During)).Accepted();

        var decision = Bidding.Start(Competition.Bidding, withdrawn, new StartBid("bertel", Competition.During + Duration.FromHours(1), "kari"));

        Assert.Equal(BidState.Open, decision.Accepted().State);
        Assert.Empty(decision.Accepted().Standing);
        Assert.Equal([new BidStarted("bid-bertel", "bertel", Anew: true)], decision.Events());
    }

    [Fact]
    public void After_closing_nothing_can_be_withdrawn() => Assert.Equal("bid-window-closed", Bidding.Withdraw(
        Competition.Bidding, Competition.Started(), new WithdrawBid(Competition.Closes)).Refused().Code);

    private static AnnounceBidDocument ASheet() => new("doc-1", BidDocumentPurpose.Sheet, "lot-1", "pris.json", Competition.During);

    private static string? CodeOf<TState>(Decision<TState> decision) => (decision as Decision<TState>.Refused)?.Refusal.Code;
}
