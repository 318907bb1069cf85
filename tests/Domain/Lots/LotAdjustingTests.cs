using System.Collections.Immutable;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Lots;

/// <summary>Between the lock and the invitation an officer adjusts the proposed lots, with a reason (issue of dividing into lots: FOA § 19-4).</summary>
public sealed class LotAdjustingTests
{
    /// <summary>lot-1: a and b (small vans), lot-2: c (small vans of long range, an option), lot-3: d (large vans).</summary>
    private static readonly IReadOnlyList<ConsolidatedLot> Proposed = ((ConsolidationResult.Consolidated)LotConsolidation.Consolidate(
    [
        Need("a", VehicleClass.SmallVan, 3, 150), Need("b", VehicleClass.SmallVan, 2, 180), Need("c", VehicleClass.SmallVan, 4, 320, option: true), Need("d", VehicleClass.LargeVan, 1, 210),
    ])).Lots;

    private static readonly Round Locked = RoundWithLots with { LotIds = ["lot-1", "lot-2", "lot-3"] };

    [Fact]
    public void Needs_move_into_another_lot_whose_requirements_follow_the_strictest()
    {
        var decision = Adjust(Locked, Command(LotAdjustmentKind.Move, ["a"], into: "lot-2"));
        var lots = LotsOf(Accepted(decision));

        Assert.Equal(["b", "a c", "d"], lots.Select(Ids));
        Assert.Equal((7, 4, 320), (lots[1].TotalQuantity, lots[1].OptionQuantity, lots[1].Requirements.MinimumRangeKm));
        Assert.Contains("Innkjøperen har satt sammen", lots[1].Placement.No, StringComparison.Ordinal);
        Assert.Contains("rekkevidde minst 320 km", LotConsolidation.Explain(lots[1], lots[1].Lines[0]).No, StringComparison.Ordinal);
        Assert.Equal(new LotsAdjusted("2021-1", 1, LotAdjustmentKind.Move, ["a"], null, "lot-2", 3, 10, "Fordi") with { NeedIds = default }, (LotsAdjusted)OnlyEvent(decision) with { NeedIds = default });
    }

    [Fact]
    public void Some_needs_are_split_off_and_merged_again()
    {
        var split = Accepted(Adjust(Locked, Command(LotAdjustmentKind.Split, ["a"], lot: "lot-1")));
        Assert.Equal(["lot-1", "lot-2", "lot-3", "lot-4"], split.LotIds);
        var merged = Accepted(Adjust(split, Command(LotAdjustmentKind.Merge, [], lot: "lot-4", into: "lot-1")));

        Assert.Equal(["lot-1", "lot-2", "lot-3"], merged.LotIds);
        Assert.Equal((Proposed[0].Title, Proposed[0].Requirements, Proposed[0].Placement), LotsOf(merged)[0] is var lot ? (lot.Title, lot.Requirements, lot.Placement) : default);
        Assert.Equal(Ids(Proposed[0]), Ids(LotsOf(merged)[0]));
    }

    [Fact]
    public void A_need_waits_for_the_next_round_and_comes_back()
    {
        var without = Accepted(Adjust(Locked, Command(LotAdjustmentKind.Defer, ["d"])));
        Assert.Equal(["lot-1", "lot-2"], without.LotIds);
        Assert.Equal(["d"], LotDivision.After(Proposed, without.LotAdjustments).LeftOut.Keys);

        Assert.Equal("adjustment-does-not-fit", Refused(Adjust(without, Command(LotAdjustmentKind.Include, ["d"], into: "lot-1"))).Code);
        var back = Accepted(Adjust(without, Command(LotAdjustmentKind.Include, ["d"])));
        Assert.Equal(["lot-1", "lot-2", "lot-4"], back.LotIds);
    }

    [Fact]
    public void An_option_whose_loan_was_granted_becomes_firm()
    {
        var lots = LotsOf(Accepted(Adjust(Locked, Command(LotAdjustmentKind.Confirm, ["c"]))));
        Assert.Equal((4, 0), (lots[1].TotalQuantity, lots[1].OptionQuantity));
        Assert.Equal("adjustment-does-not-fit", Refused(Adjust(Locked, Command(LotAdjustmentKind.Confirm, ["a"]))).Code);
    }

    [Fact]
    public void Requirements_and_title_are_set_and_left_to_the_platform_again()
    {
        var required = new VehicleRequirements { ZeroEmission = true, MinimumRangeKm = 160, MinimumSeats = 2 };
        var set = Accepted(Adjust(Locked, Command(LotAdjustmentKind.Require, [], lot: "lot-1") with { Requirements = required, Title = new Text("Byvarebiler", "City vans") }));
        var lot = LotsOf(set)[0];

        Assert.Equal((required, "Byvarebiler"), (lot.Requirements, lot.Title.No));
        var b = LotConsolidation.Explain(lot, lot.Lines[1]);
        Assert.Contains("seter minst 2", b.No.Replace("minst 2 seter", "seter minst 2", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("ba om mer enn delkontrakten krever: rekkevidde minst 180 km", b.No, StringComparison.Ordinal);
        var undone = LotsOf(Accepted(Adjust(set, Command(LotAdjustmentKind.Require, [], lot: "lot-1"))))[0];
        Assert.Equal((Proposed[0].Requirements, Proposed[0].Title), (undone.Requirements, undone.Title));
    }

    [Fact]
    public void A_title_with_a_make_and_a_requirement_below_the_systems_are_refused()
    {
        var make = Command(LotAdjustmentKind.Require, [], lot: "lot-1") with { Title = new Text("Varebiler som Kangoo", "Vans") };
        Assert.Contains("title", Refused(Adjust(Locked, make)).Errors!.Keys);
        var exhaust = Command(LotAdjustmentKind.Require, [], lot: "lot-1") with { Requirements = VehicleRequirements.None };
        Assert.Contains("requirements.zeroEmission", Refused(Adjust(Locked, exhaust)).Errors!.Keys);
        var absurd = Command(LotAdjustmentKind.Require, [], lot: "lot-1") with { Requirements = new VehicleRequirements { ZeroEmission = true, MinimumRangeKm = -1 } };
        Assert.Contains("requirements", Refused(Adjust(Locked, absurd)).Errors!.Keys);
    }

    [Theory]
    [InlineData(LotAdjustmentKind.Move, "a", null, "lot-3", "another class")]
    [InlineData(LotAdjustmentKind.Move, "a", null, "lot-1", "where it stands")]
    [InlineData(LotAdjustmentKind.Move, "a", null, "lot-9", "no such lot")]
    [InlineData(LotAdjustmentKind.Move, "x", null, "lot-2", "no such need")]
    [InlineData(LotAdjustmentKind.Split, "a b", "lot-1", null, "nothing left")]
    [InlineData(LotAdjustmentKind.Split, "c", "lot-1", null, "stands elsewhere")]
    [InlineData(LotAdjustmentKind.Split, "a a", "lot-1", null, "twice")]
    [InlineData(LotAdjustmentKind.Split, "", "lot-1", null, "none")]
    [InlineData(LotAdjustmentKind.Merge, "", "lot-1", "lot-1", "itself")]
    [InlineData(LotAdjustmentKind.Merge, "", "lot-1", "lot-3", "another class")]
    [InlineData(LotAdjustmentKind.Defer, "x", null, null, "no such need")]
    [InlineData(LotAdjustmentKind.Include, "a", null, "lot-2", "does not wait")]
    [InlineData(LotAdjustmentKind.Require, "", "lot-9", null, "no such lot")]
    public void What_does_not_fit_changes_nothing(LotAdjustmentKind kind, string needs, string? lot, string? into, string why)
    {
        var refusal = Refused(Adjust(Locked, Command(kind, [.. needs.Split(' ', StringSplitOptions.RemoveEmptyEntries)], lot, into)));
        Assert.True(refusal.Code == "adjustment-does-not-fit", why);
        Assert.Contains("Ingenting er endret", refusal.Detail.No, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_an_officer_of_the_round_a_reason_and_the_right_time()
    {
        var move = Command(LotAdjustmentKind.Move, ["a"], into: "lot-2");
        Assert.Equal("role-required", Refused(Adjust(Locked, move with { By = Reporter })).Code);
        Assert.Equal("not-named-for-round", Refused(Adjust(Locked, move with { By = UnnamedOfficer })).Code);
        Assert.Equal("invalid-lot-adjustment", Refused(Adjust(Locked, move with { Reason = " " })).Code);
        Assert.Equal("lots-not-locked", Refused(Adjust(ConsolidatingRound, move)).Code);
        Assert.Equal("lots-released", Refused(Adjust(Locked with { Phase = RoundPhase.Bidding }, move)).Code);
    }

    [Fact]
    public void When_nothing_is_left_the_round_closes_only_when_that_is_meant()
    {
        var all = Command(LotAdjustmentKind.Defer, ["a", "b", "c", "d"]);
        Assert.Equal("no-lots-left", Refused(Adjust(Locked, all)).Code);

        var closed = Accepted(Adjust(Locked, all with { CloseRound = true }));
        Assert.Equal(RoundPhase.Closed, closed.Phase);
        Assert.Contains("Fordi", closed.Closing!.Reason!.No, StringComparison.Ordinal);
        Assert.Contains("Fordi", EmptyRoundMessage.To("bym", closed).Body.No, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_follows_the_lots_that_were_looked_at()
    {
        var adjusted = Accepted(Adjust(Locked, Command(LotAdjustmentKind.Move, ["a"], into: "lot-2"))) with { ProcurementDocument = Document };
        var release = new ReleaseInvitation(null, new NodaTime.LocalDate(2021, 5, 25), null, null, ["bilco"], Officer, AfterTheLock, ArrangedLots: 0);

        Assert.Equal("lots-changed", Refused(InvitationDecisions.Release(adjusted, release, Samkjop.Rules.RuleTable.Norwegian)).Code);
        Assert.Equal(RoundPhase.Bidding, Accepted(InvitationDecisions.Release(adjusted, release with { ArrangedLots = 1 }, Samkjop.Rules.RuleTable.Norwegian)).Phase);
    }

    private static ConsolidationNeed Need(string id, VehicleClass vehicleClass, int quantity, int range, bool option = false) => new(
        id, 1, "bym", vehicleClass, quantity, VehicleRequirements.None with { ZeroEmission = true, MinimumRangeKm = range }, IsOption: option);

    private static AdjustLots Command(LotAdjustmentKind kind, ImmutableArray<string> needs, string? lot = null, string? into = null) =>
        new(kind, needs, lot, into, null, null, "Fordi", CloseRound: false, Officer, AfterTheLock);

    private static Decision<Round> Adjust(Round round, AdjustLots command) => LotAdjusting.Adjust(round, LightVehicles, Proposed, command);

    private static ImmutableArray<ConsolidatedLot> LotsOf(Round round) => LotDivision.After(Proposed, round.LotAdjustments).Lots;

    private static string Ids(ConsolidatedLot lot) => string.Join(' ', lot.Lines.Select(line => line.NeedId));
}
