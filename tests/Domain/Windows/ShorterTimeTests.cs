using CsCheck;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Windows;

/// <summary>The window closes Friday 21 May 2021 at 12:00; Wednesday 19 May is proposed on 12 May.</summary>
public sealed class ShorterTimeTests
{
    private static readonly Round Spring = Competition.Bidding;
    private static readonly Instant Sooner = Oslo(2021, 5, 19, 12, 0);
    private static readonly ProposeShorterTime Command = new(new(2021, 5, 19), null, null, new("Levering før ferien.", "Delivery before the holidays."), Competition.Officer, Competition.During);

    private static Round Proposed => ShorterTimes.Propose(Spring, Command).Accepted();

    [Fact]
    public void The_closing_stands_until_the_last_has_consented_and_moves_then()
    {
        var two = Answer(Answer(Proposed, "bertel").Accepted(), "harald").Accepted();
        Assert.Equal(Competition.Closes, two.Invitation!.Window.Closes);

        var decision = Answer(two, "maxus");

        Assert.Equal(Sooner, decision.Accepted().Invitation!.Window.Closes);
        Assert.Equal(WindowChangeCause.Agreement, Assert.Single(decision.Events().OfType<BidWindowShortened>()).Change.Cause);
        Assert.Contains(Notices.Of(decision.Accepted(), []), m => m.Subject.No.Contains("forkortet", StringComparison.Ordinal));
        Assert.Equal("bid-window-closed", BidWindows.Refuses(decision.Accepted(), Sooner)!.Code);
    }

    [Fact]
    public void One_who_declines_ends_it_for_good_and_nobody_learns_who()
    {
        var declined = Answer(Answer(Proposed, "bertel").Accepted(), "harald", consents: false).Accepted();

        Assert.Equal("shorter-time-over", Answer(declined, "maxus").Refused().Code);
        Assert.Equal(Competition.Closes, declined.Invitation!.Window.Closes);
        var told = Notices.Of(declined, []).Where(m => m.MessageId.Contains("declined", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, told.Count);
        Assert.Single(told.Select(m => m.Body).Distinct());
    }

    [Fact]
    public void Whoever_consents_twice_counts_once()
    {
        var once = Answer(Proposed, "bertel").Accepted();

        Assert.Same(once, Answer(once, "bertel").Accepted());
        Assert.Single(once.ShorterTime!.Consents);
    }

    [Fact]
    public void A_proposal_is_over_at_its_own_closing_and_when_the_window_is_extended_and_a_new_one_replaces_it()
    {
        var extended = BidWindowExtension.Extend(
            Proposed, new(new(2021, 5, 26), null, null, WindowChangeCause.Other, Command.Reason, null, Competition.Officer, Competition.During)).Accepted();

        Assert.Equal("shorter-time-over", Answer(Proposed, "bertel", now: Sooner).Refused().Code);
        Assert.Equal("shorter-time-over", Answer(extended, "bertel").Refused().Code);
        Assert.Equal("not-found", Answer(ShorterTimes.Propose(Proposed, Command).Accepted(), "bertel").Refused().Code);
        Assert.Equal("not-invited", Answer(Proposed, "other").Refused().Code);
    }

    [Fact]
    public void A_shorter_closing_is_sooner_than_the_present_one_and_leaves_a_day()
    {
        Assert.Contains("closesOn", ShorterTimes.Propose(Spring, Command with { ClosesOn = new(2021, 5, 21) }).Refused().Errors!.Keys);
        Assert.Contains("closesOn", ShorterTimes.Propose(Spring, Command with { ClosesOn = new(2021, 5, 12), ClosesAt = new LocalTime(23, 0) }).Refused().Errors!.Keys);
        Assert.Contains("reason", ShorterTimes.Propose(Spring, Command with { Reason = new("", "") }).Refused().Errors!.Keys);
        Assert.Equal("bid-window-closed", ShorterTimes.Propose(Spring, Command with { Now = Competition.Closes }).Refused().Code);
        Assert.Equal("not-named-for-round", ShorterTimes.Propose(Spring, Command with { By = UnnamedOfficer }).Refused().Code);
    }

    [Fact]
    public void No_order_of_answers_moves_the_closing_unless_everybody_invited_has_consented() =>
        Gen.Select(Gen.Int[0, 3], Gen.Bool).Array[0, 8].Sample(answers =>
        {
            string[] suppliers = ["bertel", "harald", "maxus", "other"];
            var round = Proposed;
            foreach (var (who, consents) in answers)
            {
                round = Answer(round, suppliers[who], consents) is Decision<Round>.Accepted accepted ? accepted.State : round;
            }

            var consented = round.ShorterTime!.Consents.Select(c => c.SupplierId).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(
                consented.SetEquals(["bertel", "harald", "maxus"]) ? Sooner : Competition.Closes,
                round.Invitation!.Window.Closes);
            Assert.DoesNotContain("other", consented);
        });

    private static Decision<Round> Answer(Round round, string supplier, bool consents = true, Instant? now = null) => ShorterTimes.Answer(
        round, new AnswerShorterTime(1, consents, new Caller($"{supplier}-user", [Role.SupplierUser], SupplierId: supplier), now ?? Competition.During));
}
