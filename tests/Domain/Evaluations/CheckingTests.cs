using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class CheckingTests
{
    [Fact]
    public void A_bid_that_meets_every_requirement_is_admissible()
    {
        var evaluation = Judged.Bid("bertel");

        Assert.True(evaluation.IsAdmissible);
        Assert.Equal(420_000m, evaluation.Price);
        Assert.Equal([RequirementKind.ZeroEmission, RequirementKind.RangeKm, RequirementKind.DeliveryWeeks], evaluation.Findings.Select(f => f.Requirement));
    }

    [Fact]
    public void A_plug_in_hybrid_fails_where_the_purchasing_system_demands_zero_emission()
    {
        var sheet = Competition.Sheet();
        var evaluation = Judged.Bid("bertel", sheet with { Specification = sheet.Specification with { Drivetrain = Drivetrain.PlugInHybrid } });

        Assert.False(evaluation.IsAdmissible);
        Assert.Contains("plug-in hybrid", Assert.Single(evaluation.RejectionReasons).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2022, false)]
    [InlineData(2023, true)]
    public void A_plug_in_hybrid_van_fails_by_law_for_invitations_from_2023_on_whatever_the_system_demands(int year, bool fails)
    {
        var released = Instant.FromUtc(year, 1, 1, 0, 0);
        var round = Judged.Round with { Invitation = Judged.Round.Invitation! with { ReleasedAt = released } };
        var sheet = Competition.Sheet();
        var opened = new OpenedSheet("lot-1", "doc-1", sheet with { Specification = sheet.Specification with { Drivetrain = Drivetrain.PlugInHybrid } }, null);
        var bid = BidOpening.Open(Competition.Started(), new OpenBid(true, [])).Accepted();

        var evaluation = Checking.Check(round, Competition.System with { ZeroEmissionRequired = false }, Competition.Lot(), bid, opened).Accepted();

        Assert.Equal(fails, evaluation.Findings.Any(finding => finding is { Requirement: RequirementKind.ZeroEmission, Passed: false }));
    }

    [Fact]
    public void The_delivery_time_of_the_sheet_is_held_against_the_lot() => Assert.Equal(
        [RequirementKind.DeliveryWeeks], Judged.Bid("bertel", Competition.Sheet() with { DeliveryWeeks = 27 }).Findings.Where(f => !f.Passed).Select(f => f.Requirement));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_bid_stands_on_the_day_of_the_opening_or_not(int days, bool admissible)
    {
        var openingDay = new LocalDate(2021, 5, 21);

        Assert.Equal(admissible, Judged.Bid("bertel", Competition.Sheet() with { ValidUntil = openingDay.PlusDays(days) }).IsAdmissible);
    }

    [Fact]
    public void A_sheet_that_could_not_be_read_is_inadmissible_with_its_reason()
    {
        var evaluation = Checking.Check(
            Judged.Round, Competition.System, Competition.Lot(), Competition.Started(), new OpenedSheet("lot-1", "doc-1", null, new("Uleselig.", "Unreadable."))).Accepted();

        Assert.False(evaluation.IsAdmissible);
        Assert.Equal("Unreadable.", Assert.Single(evaluation.RejectionReasons).En);
    }

    [Fact]
    public void A_lot_without_an_admissible_bid_ends()
    {
        var late = Judged.Bid("bertel", Competition.Sheet() with { DeliveryWeeks = 27 });

        var decision = Checking.Complete(Competition.Lot(), [late], Competition.After);

        Assert.Equal((LotPhase.WithoutBids, Competition.After), (decision.Accepted().Phase, decision.Accepted().CheckedAt!.Value));
        Assert.Equal([new LotChecked("lot-1", 1, 0), new LotWithoutBids("lot-1", 1)], decision.Events());
    }

    [Fact]
    public void A_lot_with_an_admissible_bid_waits_for_points()
    {
        var lot = Checking.Complete(Competition.Lot(), [Judged.Bid("bertel")], Competition.After).Accepted();

        Assert.Equal(LotPhase.Consolidated, lot.Phase);
        Assert.Same(lot, Checking.Complete(lot, [], Competition.After).Accepted());
    }
}
