using System.Collections.Immutable;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Lifecycles;

/// <summary>The tables of phases as such.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public void Every_phase_of_a_round_is_reached_from_the_first_and_comes_to_its_close()
    {
        var phases = Enum.GetValues<RoundPhase>();
        Assert.Equal(phases, ReachedFrom(RoundLifecycle.First, RoundLifecycle.Next).Order());
        Assert.All(phases, phase => Assert.Contains(RoundPhase.Closed, ReachedFrom(phase, RoundLifecycle.Next)));
        Assert.Empty(RoundLifecycle.Next(RoundPhase.Closed));
    }

    [Fact]
    public void Every_phase_of_a_lot_is_reached_from_the_first_and_comes_to_an_end()
    {
        var phases = Enum.GetValues<LotPhase>();
        Assert.Equal(phases, ReachedFrom(LotLifecycle.First, LotLifecycle.Next).Order());
        Assert.All(phases, phase => Assert.Contains(LotPhase.Ended, ReachedFrom(phase, LotLifecycle.Next)));
    }

    [Fact]
    public void Nothing_goes_back_behind_the_opening_and_a_signed_contract_stands()
    {
        RoundPhase[] opened = [RoundPhase.Evaluating, RoundPhase.Awarding, RoundPhase.Delivering];
        Assert.All(opened, phase => Assert.DoesNotContain(RoundPhase.Bidding, ReachedFrom(phase, RoundLifecycle.Next)));
        Assert.All(opened, phase => Assert.DoesNotContain(RoundPhase.AwaitingOpening, ReachedFrom(phase, RoundLifecycle.Next)));
        Assert.Equal([LotPhase.Delivering, LotPhase.Ended], ReachedFrom(LotPhase.Delivering, LotLifecycle.Next).Order());
    }

    [Fact]
    public void A_document_begins_in_the_first_phase()
    {
        Assert.True(Round.MayBecome(null, GivenRound.CollectingRound));
        Assert.False(Round.MayBecome(null, GivenRound.ReadyRound));
        Assert.True(Lot.MayBecome(null, Bids.Competition.Lot()));
        Assert.False(Lot.MayBecome(null, Awards.Given.RankedLot));
    }

    [Fact]
    public void A_round_that_was_cancelled_as_its_window_closed_is_not_brought_back_by_its_manifest()
    {
        var cancelled = GivenRound.Accepted(Samkjop.Purchasing.Cancellations.Cancel(
            Bids.Competition.Bidding, new CancelRound(new Text("Fordi.", "Because."), Bids.Competition.Officer, Bids.Competition.Closes)));

        Assert.Same(cancelled, GivenRound.Accepted(BidOpening.Fix(cancelled, new FixManifest([], Bids.Competition.After))));
    }

    private static HashSet<T> ReachedFrom<T>(T phase, Func<T, ImmutableArray<T>> next)
    {
        HashSet<T> reached = [phase];
        for (Queue<T> ahead = new([phase]); ahead.TryDequeue(out var at);)
        {
            foreach (var one in next(at).Where(reached.Add))
            {
                ahead.Enqueue(one);
            }
        }

        return reached;
    }
}
