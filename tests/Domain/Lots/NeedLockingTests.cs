using CsCheck;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Serialization;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Lots;

public sealed class NeedLockingTests
{
    [Fact]
    public void An_approved_need_is_pinned_at_its_version()
    {
        var decision = NeedLocking.Lock(Consolidating, ApprovedNeed);

        Assert.Equal(NeedState.Pinned, Accepted(decision).State);
        Assert.Equal(new NeedPinned("need-1", "bym", 1), OnlyEvent(decision));
    }

    [Fact]
    public void A_need_that_nobody_approved_goes_to_the_next_round_and_says_so()
    {
        var deferred = Accepted(NeedLocking.Lock(Consolidating, ReportedNeed));

        Assert.Equal(NeedState.Deferred, deferred.State);
        Assert.Equal("2021-2", deferred.Deferral!.NextRoundId);
        Assert.Contains("utkast i neste runde, 2021-2", DeferralMessage.About(deferred, AfterTheLock).Body.No, StringComparison.Ordinal);
    }

    [Fact]
    public void Locking_again_changes_nothing()
    {
        var pinned = Accepted(NeedLocking.Lock(Consolidating, ApprovedNeed));

        Assert.Same(pinned, Accepted(NeedLocking.Lock(Consolidating, pinned)));
    }

    [Fact]
    public void A_pinned_need_can_no_longer_be_changed()
    {
        var pinned = Accepted(NeedLocking.Lock(Consolidating, ApprovedNeed));

        Assert.Equal("needs-closed", Refused(NeedDecisions.Edit(Collecting, pinned, new EditNeed(Content with { Quantity = 5 }, Reporter, WhileNeedsAreTaken))).Code);
        Assert.Equal("needs-closed", Refused(NeedDecisions.Approve(Collecting, pinned, new ApproveNeed(1, 1m, BudgetHolder, WhileNeedsAreTaken))).Code);
    }

    [Fact]
    public void A_pinned_need_can_no_longer_be_withdrawn()
    {
        var pinned = Accepted(NeedLocking.Lock(Consolidating, ApprovedNeed));

        Assert.Equal("needs-closed", Refused(NeedDecisions.Withdraw(Collecting, pinned, new WithdrawNeed(Reporter, WhileNeedsAreTaken))).Code);
    }

    [Fact]
    public void Every_approved_need_stands_in_exactly_one_lot_whatever_the_order() => Gen.Select(
        Gen.Select(Gen.OneOf(LightVehicles.VehicleClasses.ToArray()), Gen.Int[1, 20], Gen.Int[0, 3], Gen.Int[1, 1500]).Array[0, 25], Gen.Int).Sample((rows, seed) =>
    {
        var needs = rows.Select((row, i) => ReportedNeed with
        {
            NeedId = $"need-{i}",
            Content = Content with { VehicleClass = row.Item1, Quantity = row.Item2, Requirements = VehicleRequirements.None with { MinimumRangeKm = row.Item4 } },
            State = row.Item3 switch { 0 => NeedState.Reported, 1 => NeedState.Withdrawn, _ => NeedState.Approved },
            Approval = row.Item3 > 1 ? new NeedApproval("ola", WhileNeedsAreTaken, 500_000m, 1) : null,
        }).ToArray();
        var locked = needs.Select(need => Accepted(NeedLocking.Lock(Consolidating, need))).ToArray();
        var shuffled = locked.OrderBy(need => HashCode.Combine(need.NeedId, seed)).ToArray();

        var lots = Assert.IsType<ConsolidationResult.Consolidated>(LotFormation.Form(shuffled, LightVehicles)).Lots;
        var again = Assert.IsType<ConsolidationResult.Consolidated>(LotFormation.Form(locked, LightVehicles)).Lots;

        Assert.Equal(
            needs.Where(need => need.State is NeedState.Approved).Select(need => need.NeedId).Order(StringComparer.Ordinal),
            lots.SelectMany(lot => lot.Lines).Select(line => line.NeedId).Order(StringComparer.Ordinal));
        Assert.All(lots, lot => Assert.True(lot.Requirements.ZeroEmission));
        Assert.Equal(lots.Select(Hash), again.Select(Hash));
    });

    private static string Hash(ConsolidatedLot lot) => CanonicalJson.Sha256(lot);
}
