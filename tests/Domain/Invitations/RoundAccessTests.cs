using Samkjop.People;
using Samkjop.Purchasing;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Invitations;

public sealed class RoundAccessTests
{
    [Theory]
    [InlineData(Role.ProcurementOfficer, "andre")]
    [InlineData(Role.Opener, "en")]
    [InlineData(Role.Evaluator, "eva")]
    [InlineData(Role.AwardDecider, "direktor")]
    [InlineData(Role.ContractManager, "kontrakt")]
    public void A_role_in_the_token_and_a_name_in_the_round_are_both_needed(string role, string subject)
    {
        Assert.Null(RoundAccess.MayActAs(CollectingRound, new Caller(subject, [role]), role, AfterTheLock));
        Assert.Equal("role-required", RoundAccess.MayActAs(CollectingRound, new Caller(subject, [Role.Auditor]), role, AfterTheLock)!.Code);
        Assert.Equal("not-named-for-round", RoundAccess.MayActAs(CollectingRound, new Caller("somebody", [role]), role, AfterTheLock)!.Code);
    }

    [Fact]
    public void A_supplier_sees_a_round_once_it_is_invited()
    {
        var supplier = new Caller("selger", [Role.SupplierUser], SupplierId: "bilco");
        var invited = ReadyRound with
        {
            Invitation = new Invitation(AfterTheLock, "andre", new BidWindow(AfterTheLock, AfterTheLock), AfterTheLock, ["bilco"], 1, ""),
        };

        Assert.False(RoundAccess.MaySee(ReadyRound, supplier));
        Assert.True(RoundAccess.MaySee(invited, supplier));
        Assert.False(RoundAccess.MaySee(invited, supplier with { SupplierId = "volt" }));
        Assert.True(RoundAccess.MaySee(ReadyRound, Reporter));
    }
}
