using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Bids;

public sealed class ReceivingTests
{
    [Theory]
    [InlineData(-1, ReceiptVerdict.Accepted)]
    [InlineData(0, ReceiptVerdict.Late)]
    [InlineData(1, ReceiptVerdict.Late)]
    public void What_the_store_commits_at_closing_is_late(long ticks, ReceiptVerdict verdict)
    {
        var bid = Competition.Started().Announced("doc-1", "lot-1").Received("doc-1", Competition.Closes.PlusTicks(ticks));

        Assert.Equal(verdict, bid.Documents[0].Receipt!.Verdict);
    }

    [Theory]
    [InlineData(BidDocumentPurpose.Sheet, BidLimits.MaxSheetBytes, ReceiptVerdict.Accepted)]
    [InlineData(BidDocumentPurpose.Sheet, BidLimits.MaxSheetBytes + 1, ReceiptVerdict.TooLarge)]
    [InlineData(BidDocumentPurpose.Attachment, BidLimits.MaxAttachmentBytes, ReceiptVerdict.Accepted)]
    [InlineData(BidDocumentPurpose.Attachment, BidLimits.MaxAttachmentBytes + 1, ReceiptVerdict.TooLarge)]
    public void An_upload_over_the_limit_gets_a_refusal_receipt(BidDocumentPurpose purpose, long size, ReceiptVerdict verdict)
    {
        var bid = Competition.Started().Announced("doc-1", "lot-1", purpose: purpose).Received("doc-1", size: size);

        Assert.Equal(verdict, bid.Documents[0].Receipt!.Verdict);
    }

    [Fact]
    public void A_receipt_once_given_stands()
    {
        var bid = Competition.Started().With("doc-1", "lot-1");

        Assert.Same(bid, Receiving.Register(Competition.Bidding, bid, Uploads.Upload("doc-1", Competition.Closes, 9)).Accepted());
    }

    [Fact]
    public void An_upload_that_nobody_announced_is_unknown() => Assert.Equal(
        "not-found", Receiving.Register(Competition.Bidding, Competition.Started(), Uploads.Upload("doc-1")).Refused().Code);

    [Fact]
    public void A_new_sheet_replaces_the_earlier_one_once_it_has_been_received()
    {
        var announced = Competition.Started().With("doc-1", "lot-1").Announced("doc-2", "lot-1");
        Assert.Equal(["doc-1"], announced.Standing.Select(d => d.DocumentId));

        var received = announced.Received("doc-2");

        Assert.Equal(["doc-2"], received.Standing.Select(d => d.DocumentId));
        Assert.Equal("doc-2", received.Documents[0].ReplacedBy);
    }

    [Fact]
    public void A_sheet_that_came_too_late_replaces_nothing()
    {
        var bid = Competition.Started().With("doc-1", "lot-1").Announced("doc-2", "lot-1").Received("doc-2", Competition.Closes);

        Assert.Equal(["doc-1"], bid.Standing.Select(d => d.DocumentId));
    }

    [Fact]
    public void Sheets_of_different_lots_and_attachments_of_different_names_stand_beside_each_other()
    {
        var bid = Competition.Started().With("doc-1", "lot-1").With("doc-2", "lot-2")
            .Announced("doc-3", null, "a.pdf", BidDocumentPurpose.Attachment).Received("doc-3")
            .Announced("doc-4", null, "b.pdf", BidDocumentPurpose.Attachment).Received("doc-4")
            .Announced("doc-5", null, "A.pdf", BidDocumentPurpose.Attachment).Received("doc-5");

        Assert.Equal(["doc-1", "doc-2", "doc-4", "doc-5"], bid.Standing.Select(d => d.DocumentId));
    }

    [Fact]
    public void What_was_committed_before_the_withdrawal_was_received_and_what_came_after_was_not()
    {
        var withdrawnAt = Competition.During + Duration.FromHours(1);
        var bid = Bidding.Withdraw(
            Competition.Bidding, Competition.Started().Announced("doc-1", "lot-1").Announced("doc-2", "lot-2"), new WithdrawBid(withdrawnAt)).Accepted();

        bid = bid.Received("doc-1", withdrawnAt.PlusTicks(-1)).Received("doc-2", withdrawnAt);

        Assert.Equal([ReceiptVerdict.Accepted, ReceiptVerdict.Withdrawn], bid.Documents.Select(d => d.Receipt!.Verdict));
        Assert.Empty(bid.Standing);
    }

    [Fact]
    public void What_the_fixed_manifest_does_not_hold_is_late_whatever_its_time_says()
    {
        var bid = Competition.Started().Announced("doc-1", "lot-1").Received("doc-1", Competition.Closes.PlusTicks(-1), round: Competition.AwaitingOpening);

        Assert.Equal(ReceiptVerdict.Late, bid.Documents[0].Receipt!.Verdict);
    }

    [Fact]
    public void A_late_receipt_says_when_it_came_when_the_window_closed_and_what_stands()
    {
        var bid = Competition.Started().Announced("doc-1", "lot-1").Received("doc-1", Competition.Closes);

        var text = Receipts.Explain(bid.Documents[0], Competition.Closes);

        Assert.Contains("kl. 12.00", text.No, StringComparison.Ordinal);
        Assert.Contains("the bid window closed Friday 21 May 2021 at 12:00", text.En, StringComparison.Ordinal);
        Assert.Contains("not part of the bid", text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-1/bertel/bid-bertel/doc-1", true)]
    [InlineData("2021-1/bertel/bid-harald/doc-1", false)]
    [InlineData("2021-1/bertel/bid-bertel", false)]
    [InlineData("2021-1//bid-/doc-1", false)]
    [InlineData("2021-1/bertel/bid-bertel/doc-1/more", false)]
    public void A_blob_name_is_ours_or_not(string name, bool ours) => Assert.Equal(ours ? name : null, BidBlobName.Parse(name)?.ToString());
}
