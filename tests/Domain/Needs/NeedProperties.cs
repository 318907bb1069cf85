using CsCheck;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Needs;

/// <summary>Needs reported, edited, approved and withdrawn by anybody in any order keep what must hold of them.</summary>
public sealed class NeedProperties
{
    private static readonly Caller[] People =
    [
        Reporter, BudgetHolder, OtherAgency,
        new("ida", [Role.NeedReporter, Role.BudgetHolder], "bym"),
        new("ulf", [Role.NeedReporter], "bym"),
    ];

    private static readonly Gen<Func<Need, Decision<Need>>> Step =
        from action in Gen.Int[0, 2]
        from person in Gen.OneOf(People)
        from quantity in Gen.Int[-1, 5]
        from minutes in Gen.Int[0, 60 * 24 * 25]
        from version in Gen.Int[1, 4]
        select (Func<Need, Decision<Need>>)(need =>
        {
            var now = WhileNeedsAreTaken + NodaTime.Duration.FromMinutes(minutes);
            return action switch
            {
                0 => NeedDecisions.Edit(Collecting, need, new EditNeed(Content with { Quantity = quantity }, person, now)),
                1 => NeedDecisions.Withdraw(Collecting, need, new WithdrawNeed(person, now)),
                _ => NeedDecisions.Approve(Collecting, need, new ApproveNeed(version, quantity * 100_000m, person, now)),
            };
        });

    [Fact]
    public void What_must_hold_of_a_need_holds_after_every_step() => Step.Array[0, 30].Sample(steps =>
    {
        var need = ReportedNeed;
        foreach (var step in steps)
        {
            var before = need;
            var decision = step(need);
            need = decision is Decision<Need>.Accepted accepted ? accepted.State : before;

            Assert.Equal(decision is Decision<Need>.Accepted { Events.Length: > 0 }, !ReferenceEquals(need, before));
            Assert.InRange(need.Version, before.Version, before.Version + 1);
            Assert.InRange(need.Content.Quantity, 1, NeedRules.MaxQuantity);
            Assert.Equal(need.State is NeedState.Approved, need.Approval is not null);
            Assert.True(need.Approval is null || (need.Approval.Version == need.Version && need.Approval.PriceCeiling > 0));
            Assert.True(need.Approval is null || (need.Approval.By != need.ReportedBy && need.Approval.By != need.EditedBy));
            Assert.Equal("bym", need.AgencyId);
            Assert.True(before.State is not NeedState.Withdrawn || need.State is NeedState.Withdrawn);
        }
    });
}
