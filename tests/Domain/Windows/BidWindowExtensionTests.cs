using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Windows;

/// <summary>The window closes Friday 21 May 2021 at 12:00.</summary>
public sealed class BidWindowExtensionTests
{
    private static readonly Round Spring = Competition.Bidding;
    private static readonly Instant Later = Oslo(2021, 5, 26, 12, 0);
    private static readonly Text Reason = new("Svaret om rekkevidde kom sent.", "The answer on range came late.");
    private static readonly ReportedOutage Outage = new(new(2021, 5, 21, 10, 0), new(2021, 5, 21, 12, 30), "Hendelse INC-4711");

    private static readonly ExtendBidWindow Command = new(
        new LocalDate(2021, 5, 26), ClosesAt: null, RepeatedHour: null, WindowChangeCause.LateAnswer, Reason, Outage: null, Competition.Officer, Competition.During);

    private static readonly ExtendBidWindow AfterOutage = Command with { Cause = WindowChangeCause.BuyerOutage, Outage = Outage, Now = Competition.After };

    [Fact]
    public void Closing_and_cut_off_move_for_all_and_the_reason_is_kept()
    {
        var decision = BidWindowExtension.Extend(Spring, Command);
        var round = decision.Accepted();

        Assert.Equal((RoundPhase.Bidding, Later), (round.Phase, round.Invitation!.Window.Closes));
        Assert.Equal(Oslo(2021, 5, 19, 0, 0), QuestionTimes.CutOff(round));
        var change = Assert.IsType<BidWindowExtended>(Assert.Single(decision.Events())).Change;
        Assert.Equal((Competition.Closes, Later, Reason, "officer"), (change.From, change.To, change.Reason, change.By));
    }

    [Fact]
    public void Every_invited_supplier_is_told_the_same_once_per_change()
    {
        var round = BidWindowExtension.Extend(BidWindowExtension.Extend(Spring, Command).Accepted(), Command with { ClosesOn = new(2021, 5, 28) }).Accepted();
        var messages = Notices.Of(round, []).ToList();

        Assert.Equal(6, messages.DistinctBy(m => m.MessageId).Count());
        Assert.All(messages, m => Assert.Contains(Reason.No, m.Body.No, StringComparison.Ordinal));
        Assert.Contains("onsdag 26. mai 2021 kl. 12.00", messages[0].Body.No, StringComparison.Ordinal);
        Assert.Contains("Wednesday 26 May 2021 at 12:00", messages[0].Body.En, StringComparison.Ordinal);
    }

    [Fact]
    public void After_closing_only_a_documented_outage_extends_the_window()
    {
        Assert.Equal("bid-window-closed", BidWindowExtension.Extend(Spring, Command with { Now = Competition.Closes }).Refused().Code);
        Assert.Equal(Later, BidWindowExtension.Extend(Spring, Command with { Now = Competition.Closes - Duration.Epsilon }).Accepted().Invitation!.Window.Closes);
        Assert.Equal("invalid-extension", BidWindowExtension.Extend(Spring, AfterOutage with { Outage = null }).Refused().Code);
        Assert.Equal("invalid-extension", BidWindowExtension.Extend(Spring, AfterOutage with { Outage = Outage with { Evidence = " " } }).Refused().Code);
        Assert.Equal(Later, BidWindowExtension.Extend(Spring, AfterOutage).Accepted().Invitation!.Window.Closes);
    }

    [Fact]
    public void An_outage_at_closing_takes_back_the_manifest_and_what_one_opener_had_agreed_to()
    {
        var closed = BidOpening.Approve(Competition.AwaitingOpening, new(Competition.Opener, Competition.After)).Accepted();

        var decision = BidWindowExtension.Extend(closed, AfterOutage);
        var round = decision.Accepted();

        Assert.Equal((RoundPhase.Bidding, null), (round.Phase, round.Manifest));
        Assert.Empty(round.OpeningApprovals);
        Assert.Equal(closed.Manifest!.Sha256, Assert.IsType<BidWindowExtended>(Assert.Single(decision.Events())).Change.ReopenedManifest);
        Assert.Null(BidWindows.Refuses(round, Competition.After));
        Assert.Contains("åpnet igjen", Notices.Of(round, []).First().Body.No, StringComparison.Ordinal);
        Assert.Equal("opening-too-early", BidOpening.Fix(round, new([], Competition.After)).Refused().Code);
    }

    [Fact]
    public void Nothing_extends_a_window_once_the_opening_is_approved()
    {
        var approved = BidOpening.Approve(BidOpening.Approve(Competition.AwaitingOpening, new(Competition.Opener, Competition.After)).Accepted(), new(Competition.SecondOpener, Competition.After)).Accepted();

        Assert.Equal("bids-opened", BidWindowExtension.Extend(approved, AfterOutage).Refused().Code);
        Assert.Equal("bids-opened", BidWindowExtension.Extend(Competition.Opened, AfterOutage).Refused().Code);
    }

    [Fact]
    public void A_closing_that_is_not_later_lies_in_the_past_or_is_skipped_by_the_clock_is_refused()
    {
        Assert.Contains("closesOn", Errors(Command with { ClosesOn = new(2021, 5, 21) }));
        Assert.Contains("closesOn", Errors(Command with { ClosesOn = new(2021, 5, 20) }));
        Assert.Contains("closesOn", Errors(AfterOutage with { ClosesOn = new(2021, 5, 21), ClosesAt = new LocalTime(12, 30) }));
        Assert.Contains("closesOn", Errors(Command with { ClosesOn = new(2022, 5, 26) }));
        Assert.Contains("closesOn", Errors(Command with { ClosesOn = new(2022, 3, 27), ClosesAt = new LocalTime(2, 30) }));
    }

    [Fact]
    public void A_reason_is_demanded_and_an_outage_that_never_touched_the_window_is_none()
    {
        Assert.Contains("reason", Errors(Command with { Reason = new(" ", "Reason") }));
        Assert.Contains("cause", Errors(Command with { Cause = WindowChangeCause.Agreement }));
        Assert.Contains("outage", Errors(Command with { Outage = Outage }));
        Assert.Contains("outage", Errors(AfterOutage with { Outage = Outage with { From = new(2021, 5, 21, 12, 0) } }));
        Assert.Contains("outage", Errors(AfterOutage with { Outage = Outage with { Until = new(2021, 5, 21, 9, 0) } }));
        Assert.Contains("outage", Errors(AfterOutage with { Outage = Outage with { From = new(2021, 4, 1, 9, 0), Until = new(2021, 4, 2, 9, 0) } }));
    }

    [Fact]
    public void Only_an_officer_named_for_the_round_moves_the_closing()
    {
        Assert.Equal("not-named-for-round", BidWindowExtension.Extend(Spring, Command with { By = UnnamedOfficer }).Refused().Code);
        Assert.Equal("role-required", BidWindowExtension.Extend(Spring, Command with { By = Competition.Administrator }).Refused().Code);
        Assert.Equal("bid-window-not-open", BidWindowExtension.Extend(Spring with { Invitation = null }, Command).Refused().Code);
        Assert.Equal("too-many-window-changes", BidWindowExtension.Extend(
            Spring with { WindowChanges = [.. Enumerable.Repeat(new WindowChange(Later, "x", WindowChangeCause.Other, Later, Later, Reason), 20)] }, Command).Refused().Code);
    }

    [Fact]
    public void What_was_late_by_the_old_closing_and_not_by_the_new_one_is_received_after_all()
    {
        var document = new BidDocument("doc-1", BidDocumentPurpose.Sheet, "lot-1", "pris.json", Competition.During);
        var bid = Competition.Started() with { Documents = [document] };
        var upload = new RegisterUpload("doc-1", Competition.Closes, 10, new string('0', 64));
        var late = Receiving.Register(Spring, bid, upload).Accepted();
        var extended = BidWindowExtension.Extend(Spring, AfterOutage).Accepted();

        var received = Receiving.Register(extended, late, upload).Accepted();

        Assert.Equal((ReceiptVerdict.Late, ReceiptVerdict.Accepted), (late.Documents[0].Receipt!.Verdict, received.Documents[0].Receipt!.Verdict));
        Assert.Same(received, Receiving.Register(extended, received, upload).Accepted());
        Assert.Same(late, Receiving.Register(Spring, late, upload).Accepted());
    }

    private static IEnumerable<string> Errors(ExtendBidWindow command) => BidWindowExtension.Extend(Spring, command).Refused().Errors!.Keys;
}
