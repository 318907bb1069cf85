using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Fleet;

/// <summary>An agency confirms which of the old vehicles are gone.</summary>
public sealed class DisposalTests
{
    private static readonly Need Replacing = ReportedNeed with
    {
        State = NeedState.Pinned,
        Content = ReportedNeed.Content with { Replaces = new ReplacedVehicles(2, Drivetrain.Diesel, 9) },
    };

    private static readonly Disposal Nothing = new() { RoundId = "2021-1", NeedId = Replacing.NeedId, AgencyId = "bym" };

    private static readonly ConfirmDisposal One = new("disposal-1", 1, new LocalDate(2021, 5, 2), DisposalManner.Sold, "Kjøpekontrakt 17", Reporter, AfterTheLock);

    [Fact]
    public void A_confirmation_counts_and_is_told() =>
        Assert.Equal(1, Assert.IsType<Decision<Disposal>.Accepted>(Confirm(Nothing, One)).State.Confirmed);

    [Fact]
    public void The_same_confirmation_once_more_changes_nothing()
    {
        var once = Accepted(Confirm(Nothing, One));
        Assert.Empty(Assert.IsType<Decision<Disposal>.Accepted>(Confirm(once, One)).Events);
    }

    [Fact]
    public void Never_more_are_gone_than_the_need_replaces()
    {
        var both = Accepted(Confirm(Accepted(Confirm(Nothing, One)), One with { EntryId = "disposal-2" }));
        Assert.Equal(["quantity"], Refused(Confirm(both, One with { EntryId = "disposal-3" })).Errors!.Keys);
        Assert.Equal(["quantity"], Refused(Confirm(Nothing, One with { Quantity = 3 })).Errors!.Keys);
        Assert.Equal(["quantity"], Refused(Confirm(Nothing, One with { Quantity = 0 })).Errors!.Keys);
    }

    [Fact]
    public void A_retracted_confirmation_stays_on_record_and_counts_no_longer()
    {
        var once = Accepted(Confirm(Nothing, One));
        var retracted = Accepted(DisposalDecisions.Retract(Replacing, once, new RetractDisposal("disposal-1", "Feil bil.", Reporter, AfterTheLock)));
        Assert.Equal(0, retracted.Confirmed);
        Assert.Equal("Feil bil.", Assert.Single(retracted.Entries).Retraction!.Reason);
        Assert.Equal(1, Accepted(Confirm(retracted, One with { EntryId = "disposal-2" })).Confirmed);
        Assert.Empty(Assert.IsType<Decision<Disposal>.Accepted>(DisposalDecisions.Retract(Replacing, retracted, new("disposal-1", "Igjen", Reporter, AfterTheLock))).Events);
    }

    [Theory]
    [InlineData(2021, 3, 28)]
    [InlineData(2021, 5, 4)]
    public void A_day_before_the_round_or_in_the_future_is_refused(int year, int month, int day) =>
        Assert.Equal(["disposedOn"], Refused(Confirm(Nothing, One with { DisposedOn = new LocalDate(year, month, day) })).Errors!.Keys);

    [Fact]
    public void Evidence_is_demanded() => Assert.Equal(["evidence"], Refused(Confirm(Nothing, One with { Evidence = " " })).Errors!.Keys);

    [Fact]
    public void Only_the_agency_itself_confirms()
    {
        Assert.Equal(RefusalKind.NotFound, Refused(Confirm(Nothing, One with { By = OtherAgency })).Kind);
        Assert.Equal(RefusalKind.NotFound, Refused(Confirm(Nothing, One with { By = Officer })).Kind);
    }

    [Fact]
    public void A_need_without_a_lot_or_without_old_vehicles_has_nothing_to_dispose_of()
    {
        Assert.Equal("need-not-in-lot", Refused(DisposalDecisions.Confirm(RoundWithLots, Replacing with { State = NeedState.Approved }, Nothing, One)).Code);
        Assert.Equal("need-replaces-nothing", Refused(DisposalDecisions.Confirm(
            RoundWithLots, Replacing with { Content = Replacing.Content with { Replaces = null } }, Nothing, One)).Code);
    }

    private static Decision<Disposal> Confirm(Disposal disposal, ConfirmDisposal command) => DisposalDecisions.Confirm(RoundWithLots, Replacing, disposal, command);

    private static Refusal Refused(Decision<Disposal> decision) => Assert.IsType<Decision<Disposal>.Refused>(decision).Refusal;
}
