using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Lots;

public sealed class NeedsClosingTests
{
    [Fact]
    public void Needs_are_taken_until_the_lock() =>
        Assert.Same(CollectingRound, Accepted(NeedsClosing.Close(CollectingRound, CollectingRound.Needs.LotsLockAt - NodaTime.Duration.Epsilon)));

    [Fact]
    public void From_the_lock_on_they_are_not()
    {
        var decision = NeedsClosing.Close(CollectingRound, CollectingRound.Needs.LotsLockAt);

        Assert.Equal(RoundPhase.Consolidating, Accepted(decision).Phase);
        Assert.Equal(new NeedsClosed("2021-1"), OnlyEvent(decision));
    }

    [Fact]
    public void Locked_lots_await_the_invitation()
    {
        var lots = Assert.IsType<ConsolidationResult.Consolidated>(
            LotFormation.Form([Accepted(NeedLocking.Lock(Consolidating, ApprovedNeed))], LightVehicles)).Lots;
        var lot = Accepted(LotFormation.Create("2021-1", Assert.Single(lots)));
        var decision = NeedsClosing.Lock(ConsolidatingRound, [lot], AfterTheLock);

        Assert.Equal(RoundPhase.AwaitingInvitation, Accepted(decision).Phase);
        Assert.Equal(["lot-1"], Accepted(decision).LotIds);
        Assert.Equal(new LotsLocked("2021-1", 1, 1, 3), OnlyEvent(decision));
        Assert.Same(Accepted(decision).ProcurementDocument, Accepted(NeedsClosing.Lock(Accepted(decision), [lot], AfterTheLock)).ProcurementDocument);
    }

    [Fact]
    public void A_round_without_approved_needs_closes_and_says_why()
    {
        var closed = Accepted(NeedsClosing.Lock(ConsolidatingRound, [], AfterTheLock));

        Assert.Equal(RoundPhase.Closed, closed.Phase);
        Assert.Null(closed.Closing!.ProtocolBlob);
        Assert.Contains("ingenting å kjøpe", closed.Closing.Reason!.No, StringComparison.Ordinal);
    }
}
