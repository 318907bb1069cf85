using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Plans;

/// <summary>domain.md, rules: what the law leaves open is a setting with the default named there.</summary>
public sealed class DefaultSettingsTests
{
    private static readonly RoundSettings Default = RoundSettings.Default;

    [Fact]
    public void The_needs_deadline_is_soft() => Assert.Equal(DeadlineKind.Soft, Default.NeedsDeadline);

    [Fact]
    public void A_standstill_is_held() => Assert.True(Default.Standstill);

    [Fact]
    public void Two_people_open() => Assert.True(Default.TwoPersonOpening);

    [Fact]
    public void A_complaint_to_the_buyer_suspends() => Assert.True(Default.SuspendOnComplaint);

    [Fact]
    public void Award_notices_are_quarterly() => Assert.Equal(AwardNoticeGrouping.Quarterly, Default.AwardNotices);

    [Fact]
    public void Christmas_Eve_and_New_Years_Eve_are_no_days_off() => Assert.False(Default.ChristmasAndNewYearsEveAreDaysOff);

    [Fact]
    public void Late_suppliers_join_the_next_round() => Assert.Equal(LateSuppliers.NextRound, Default.LateSuppliers);

    [Fact]
    public void Lots_per_supplier_have_no_cap() => Assert.Null(Default.LotsPerSupplier);

    [Fact]
    public void Bid_windows_close_at_noon() => Assert.Equal(new LocalTime(12, 0), Default.ClosingTime);

    [Fact]
    public void Liquidated_damages_run_per_day_to_a_cap()
    {
        Assert.InRange(Default.LiquidatedDamages.PerMillePerDay, 0.1m, 10m);
        Assert.InRange(Default.LiquidatedDamages.CapPercent, 1m, 30m);
    }

    [Fact]
    public void The_winner_shows_evidence_before_the_award() => Assert.True(Default.EvidenceBeforeAward);
}
