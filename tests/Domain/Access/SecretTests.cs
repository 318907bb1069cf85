using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Access;

public sealed class SecretTests
{
    private static readonly Caller Bertel = new("kari", [Role.SupplierUser], SupplierId: "bertel");

    private static readonly Bid Bid = new()
    {
        RoundId = "2021-1",
        BidId = "bid-bertel",
        SupplierId = "bertel",
        State = BidState.Open,
        StartedAt = Competition.During,
        StartedBy = "kari",
        Documents =
        [
            new("doc-1", BidDocumentPurpose.Sheet, "lot-1", "pris.json", Competition.During,
                new BidReceipt(Competition.During, 100, new string('a', 64), ReceiptVerdict.Accepted)),
        ],
    };

    private static readonly Round OpenedRound = BidAccess.Declare(Competition.Opened, new(Competition.Officer, true, Competition.After)).Accepted();

    private static BusinessSecret Marked => SecretDecisions.Mark(Competition.Bidding, Bid, null, new("doc-1", "Prisen per modell.", Bertel, Competition.During)).Accepted();

    private static GiveRedactedCopy Copy(char hash = 'b', long size = 90) => new("doc-1", "../pris sladdet.json", size, new string(hash, 64), "2021-1/redacted/x", Bertel, Competition.After);

    [Fact]
    public void A_supplier_marks_what_is_secret_with_a_reason_and_the_log_keeps_it_sealed()
    {
        var decision = SecretDecisions.Mark(Competition.Bidding, Bid, null, new("doc-1", "Prisen per modell.", Bertel, Competition.During));

        Assert.Equal("Prisen per modell.", decision.Accepted().Marked!.Reason);
        Assert.IsAssignableFrom<ISealedUntilOpening>(Assert.Single(decision.Events()));
        Assert.Equal("invalid-secret", SecretDecisions.Mark(Competition.Bidding, Bid, null, new("doc-1", " ", Bertel, Competition.During)).Refused().Code);
        Assert.Equal("not-found", SecretDecisions.Mark(Competition.Bidding, Bid, null, new("doc-2", "x", Bertel, Competition.During)).Refused().Code);
    }

    [Fact]
    public void The_copy_is_linked_to_the_document_and_a_later_one_takes_its_place()
    {
        var first = SecretDecisions.Give(Competition.Bidding, Bid, Marked, Copy()).Accepted();
        var second = SecretDecisions.Give(Competition.Bidding, Bid, first, Copy('c')).Accepted();

        Assert.Equal(("doc-1", "pris sladdet.json"), (first.DocumentId, first.Copy!.FileName));
        Assert.Equal(new string('c', 64), second.Copy!.Sha256);
        Assert.Same(second, SecretDecisions.Give(Competition.Bidding, Bid, second, Copy('c')).Accepted());
    }

    [Fact]
    public void A_copy_that_is_the_document_itself_is_no_redacted_copy() =>
        Assert.Equal("not-redacted", SecretDecisions.Give(Competition.Bidding, Bid, Marked, Copy('a')).Refused().Code);

    [Fact]
    public void A_copy_that_is_too_large_is_refused() =>
        Assert.Equal("invalid-redacted-copy", SecretDecisions.Give(Competition.Bidding, Bid, Marked, Copy(size: BidLimits.MaxAttachmentBytes + 1)).Refused().Code);

    [Fact]
    public void An_officer_asks_for_a_copy_once_the_bids_are_open_and_not_before()
    {
        var demand = new DemandRedactedCopy("doc-1", "Avisen har bedt om innsyn.", Competition.Officer, Competition.After);

        Assert.Equal("bids-sealed", SecretDecisions.Demand(Competition.Bidding, Bid, null, demand).Refused().Code);
        Assert.Equal("Avisen har bedt om innsyn.", SecretDecisions.Demand(OpenedRound, Bid, null, demand).Accepted().Demanded!.Reason);
    }

    [Fact]
    public void After_the_round_has_closed_nothing_is_marked_or_given() => Assert.Equal(
        "round-closed", SecretDecisions.Give(Competition.Bidding with { Phase = RoundPhase.Closed }, Bid, Marked, Copy()).Refused().Code);
}
