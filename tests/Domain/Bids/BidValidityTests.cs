using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Calendars;
using Samkjop.Rules;
using Samkjop.Tests.Domain.Evaluations;

namespace Samkjop.Tests.Domain.Bids;

/// <summary>How long bids stand (vedståelsesfrist): demanded by the invitation, flagged where shorter, and warned of before they lapse.</summary>
public sealed class BidValidityTests
{
    private static readonly LocalDate Demanded = new(2021, 8, 19);

    private static Round Opened { get; } = Judged.Round with { Invitation = Judged.Round.Invitation! with { BidsValidUntil = Demanded } };

    private static Lot Lot { get; } = Checking.Complete(
        Competition.Lot(), [Bid("bertel", new(2021, 9, 30)), Bid("harald", new(2021, 7, 1)), Failing(new(2021, 6, 15))], Competition.After).Accepted();

    [Fact]
    public void The_invitation_demands_so_many_days_from_closing_as_the_round_is_set_up_for() => Assert.Equal(
        new LocalDate(2021, 6, 30), InvitationDecisions.Release(
            GivenRound.ReadyRound with { Settings = RoundSettings.Default with { BidValidityDays = 30 } },
            new(null, new LocalDate(2021, 5, 31), null, null, ["bertel"], GivenRound.Officer, GivenRound.Oslo(2021, 5, 4, 9, 0)), RuleTable.Norwegian).Accepted().Invitation!.BidsValidUntil);

    [Theory]
    [InlineData(18, true)]
    [InlineData(19, false)]
    public void A_bid_that_stands_shorter_is_flagged_and_stays_admissible(int day, bool flagged)
    {
        var bid = Bid("bertel", new(2021, 8, day));

        Assert.Equal(flagged, BidValidity.ShortOf(Opened, bid.ValidUntil) is not null);
        Assert.True(bid.IsAdmissible);
    }

    [Fact]
    public void A_lot_knows_the_first_day_on_which_one_of_its_admissible_bids_lapses() => Assert.Equal(new LocalDate(2021, 7, 1), Lot.BidsValidUntil);

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "står bare til torsdag 1. juli 2021")]
    [InlineData(31, "sto bare til torsdag 1. juli 2021")]
    public void Officers_are_warned_fourteen_days_before_and_after_it(int dayOfJune, string? warning)
    {
        var warned = BidValidity.WarningOf(Opened, Lot, GivenRound.Oslo(2021, 6, 1, 9, 0) + Duration.FromDays(dayOfJune - 1 + (dayOfJune > 30 ? 2 : 0)));

        Assert.Equal(warning is null, warned is null);
        Assert.Contains(warning ?? "", warned?.No ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LotPhase.Standstill, true)]
    [InlineData(LotPhase.AwaitingSignatures, true)]
    [InlineData(LotPhase.Delivering, false)]
    [InlineData(LotPhase.Ended, false)]
    public void It_matters_until_the_contract_is_signed(LotPhase phase, bool matters)
    {
        var lot = Lot with { Phase = phase };

        Assert.Equal(matters, ValidityMessage.About(Opened, lot, GivenRound.Oslo(2021, 6, 30, 9, 0)) is not null);
        Assert.Equal(matters, RoundEntries.Of(null, Opened, [lot], []).Any(entry => entry.Key == "validity-lot-1"));
    }

    [Fact]
    public void The_day_stands_in_the_calendars_of_those_who_run_the_round_and_nobody_elses()
    {
        var entry = Assert.Single(RoundEntries.Of(null, Opened, [Lot], []), e => e.Key == "validity-lot-1");

        Assert.Equal([CalendarAudience.Running], entry.Audience);
        Assert.Equal(new LocalDate(2021, 7, 1), entry.Time.Day);
    }

    [Fact]
    public void A_correction_that_moves_the_day_moves_the_lots()
    {
        var settled = Checking.Settle(Lot, [Bid("bertel", new(2021, 9, 30)), Bid("harald", new(2021, 10, 1))]).Accepted();

        Assert.Equal(new LocalDate(2021, 9, 30), settled.BidsValidUntil);
    }

    [Fact]
    public void A_bidder_stands_by_its_bid_for_longer_and_the_lot_knows()
    {
        var prolonged = Prolong(Lot, new(2021, 10, 15));

        Assert.Equal((new LocalDate(2021, 10, 15), 420_000m), (prolonged.Accepted().ValidUntil, prolonged.Accepted().Price));
        Assert.IsType<BidProlonged>(Assert.Single(prolonged.Events()));
        Assert.Equal(new LocalDate(2021, 9, 30), Prolongations.Follow(Lot, [Bid("bertel", new(2021, 9, 30)), prolonged.Accepted()]).Accepted().BidsValidUntil);
    }

    [Theory]
    [InlineData(LotPhase.Standstill, 6, "invalid-prolongation")]
    [InlineData(LotPhase.Standstill, 48, "invalid-prolongation")]
    [InlineData(LotPhase.Delivering, 10, "nothing-to-prolong")]
    [InlineData(LotPhase.WithoutBids, 10, "nothing-to-prolong")]
    public void A_bid_is_never_shortened_and_not_prolonged_once_it_no_longer_matters(LotPhase phase, int month, string code) =>
        Assert.Equal(code, Prolong(Lot with { Phase = phase }, new LocalDate(2021, 1, 1).PlusMonths(month - 1)).Refused().Code);

    private static Samkjop.Decisions.Decision<Evaluation> Prolong(Lot lot, LocalDate until) => Prolongations.Prolong(
        Opened, lot, Bid("harald", new(2021, 7, 1)), new(new("kari@harald", [Samkjop.People.Role.SupplierUser], SupplierId: "harald"), until, Competition.After));

    private static Evaluation Bid(string supplier, LocalDate until) => Judged.Bid(supplier, Competition.Sheet() with { ValidUntil = until });

    private static Evaluation Failing(LocalDate until) => Judged.Bid("maxus", Competition.Sheet() with { ValidUntil = until, DeliveryWeeks = 100 });
}
