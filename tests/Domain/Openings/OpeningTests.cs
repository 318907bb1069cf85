using CsCheck;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Openings;

public sealed class OpeningTests
{
    [Fact]
    public void Two_different_openers_open()
    {
        var approved = BidOpening.Approve(BidOpening.Approve(Competition.AwaitingOpening, By(Competition.Opener)).Accepted(), By(Competition.SecondOpener)).Accepted();

        var opened = BidOpening.Open(approved, new OpenRound(Competition.After)).Accepted();

        Assert.Equal((RoundPhase.Evaluating, Competition.After), (opened.Phase, opened.OpenedAt!.Value));
    }

    [Fact]
    public void One_opener_is_enough_where_the_round_says_so()
    {
        var round = Competition.AwaitingOpening with { Settings = RoundSettings.Default with { TwoPersonOpening = false } };

        Assert.True(BidOpening.IsApproved(BidOpening.Approve(round, By(Competition.Opener)).Accepted()));
    }

    [Fact]
    public void Nobody_approves_before_closing() => Assert.Equal(
        "opening-too-early", BidOpening.Approve(Competition.Bidding, new ApproveOpening(Competition.Opener, Competition.Closes.PlusTicks(-1))).Refused().Code);

    [Fact]
    public void An_approval_at_closing_is_taken_although_the_manifest_is_still_being_fixed() =>
        Assert.Single(BidOpening.Approve(Competition.Bidding, new ApproveOpening(Competition.Opener, Competition.Closes)).Accepted().OpeningApprovals);

    [Fact]
    public void An_opener_that_the_round_does_not_name_is_refused() => Assert.Equal(
        "not-named-for-round", BidOpening.Approve(Competition.AwaitingOpening, By(new Caller("opener-9", [Role.Opener]))).Refused().Code);

    [Fact]
    public void An_opener_without_the_role_is_refused() => Assert.Equal(
        "role-required", BidOpening.Approve(Competition.AwaitingOpening, By(new Caller("opener-1", [Role.ProcurementOfficer]))).Refused().Code);

    [Fact]
    public void After_the_opening_there_is_nothing_to_approve() => Assert.Equal(
        "already-opened", BidOpening.Approve(Competition.Opened, By(new Caller("opener-3", [Role.Opener]))).Refused().Code);

    [Fact]
    public void Approvals_alone_open_nothing_before_the_manifest_is_fixed()
    {
        var round = BidOpening.Approve(BidOpening.Approve(Competition.Bidding, By(Competition.Opener)).Accepted(), By(Competition.SecondOpener)).Accepted();

        Assert.Equal("opening-not-approved", BidOpening.Open(round, new OpenRound(Competition.After)).Refused().Code);
    }

    [Fact]
    public void No_sequence_of_calls_by_one_person_opens() =>
        Gen.Select(Gen.OneOf(Competition.Officer, Competition.Opener, Competition.Administrator), Gen.Int[0, 3].Array[1, 20], Gen.Int[-2, 2].Array[20])
            .Sample((person, calls, hours) =>
            {
                var everything = person with { Roles = [.. Role.All] };
                var round = calls.Zip(hours).Aggregate(Competition.Bidding, (state, call) => Next(state, everything, call.First, Competition.Closes + Duration.FromHours(call.Second)));
                return round.OpenedAt is null && round.Phase is not RoundPhase.Evaluating;
            });

    [Fact]
    public void What_the_manifest_holds_of_a_bid_is_opened_with_it()
    {
        var sheet = new OpenedSheet("lot-1", "doc-1", Competition.Sheet(), null);
        var unreadable = new OpenedSheet("lot-2", "doc-2", null, new("Nei.", "No."));

        var decision = BidOpening.Open(Competition.Started(), new OpenBid(InManifest: true, [sheet, unreadable]));

        Assert.Equal((BidState.Opened, new LocalDate(2021, 9, 30)), (decision.Accepted().State, decision.Accepted().ValidUntil!.Value));
        Assert.Equal([new BidOpened("bid-bertel", "bertel", 2, 1)], decision.Events());
    }

    [Fact]
    public void A_bid_that_the_manifest_does_not_know_is_empty() => Assert.Equal(
        BidState.Empty, BidOpening.Open(Competition.Started(), new OpenBid(InManifest: false, [])).Accepted().State);

    [Fact]
    public void A_withdrawn_bid_stays_closed()
    {
        var withdrawn = Bidding.Withdraw(Competition.Bidding, Competition.Started(), new WithdrawBid(Competition.During)).Accepted();

        Assert.Same(withdrawn, BidOpening.Open(withdrawn, new OpenBid(InManifest: true, [])).Accepted());
    }

    private static Round Next(Round round, Caller person, int call, Instant now)
    {
        Decision<Round> decision = call switch
        {
            0 => BidOpening.Approve(round, new ApproveOpening(person, now)),
            1 => BidOpening.Fix(round, new FixManifest([], now)),
            2 => BidAccess.Declare(round, new DeclareImpartiality(person, true, now)),
            _ => BidOpening.Open(round, new OpenRound(now)),
        };
        return decision is Decision<Round>.Accepted accepted ? accepted.State : round;
    }

    private static ApproveOpening By(Caller caller) => new(caller, Competition.After);
}
