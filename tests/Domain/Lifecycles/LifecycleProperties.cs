using CsCheck;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Awards;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Lifecycles;

/// <summary>No sequence of decisions leaves a round or a lot in a state that its lifecycle does not have, whatever their order and time.</summary>
public sealed class LifecycleProperties
{
    private static readonly Instant Begin = Instant.FromUtc(2021, 5, 3, 8, 0);

    private static readonly Round BeforeAll = Competition.Bidding with
    {
        Phase = RoundLifecycle.First, Invitation = null, ProcurementDocument = null, LotIds = [], Needs = new NeedsWindow(Begin, Begin + Duration.FromHours(1), Begin + Duration.FromHours(2)),
    };

    private static readonly Round Awarding = Given.TheRound;

    [Fact]
    public void No_sequence_of_decisions_takes_a_round_out_of_its_lifecycle()
    {
        var seen = new HashSet<RoundPhase>();

        // The later phases take many fitting steps in a row, so that one sample may come to none of them.
        for (var samples = 0; samples < 20 && seen.Count < Enum.GetValues<RoundPhase>().Length; samples++)
        {
            Steps(EveryDecision.OnRounds.Keys).Sample(
                steps =>
                {
                    var (round, now) = (BeforeAll, Begin);
                    foreach (var (name, hours, lots) in steps)
                    {
                        now += Duration.FromHours(hours);
                        round = Follow(round, EveryDecision.OnRounds[name](round, SomeLots[lots], now), RoundLifecycle.Allows, r => r.Phase, name);
                        lock (seen)
                        {
                            seen.Add(round.Phase);
                        }
                    }
                },
                iter: 1000);
        }

        Assert.Equal(Enum.GetValues<RoundPhase>(), seen.Order());
    }

    [Fact]
    public void No_sequence_of_decisions_takes_a_lot_out_of_its_lifecycle()
    {
        HashSet<LotPhase> wanted =
            [LotPhase.Ranked, LotPhase.Proposed, LotPhase.Awarded, LotPhase.Standstill, LotPhase.AwaitingSignatures, LotPhase.Consolidated, LotPhase.Delivering];
        var seen = new HashSet<LotPhase>();
        for (var samples = 0; samples < 20 && !wanted.IsSubsetOf(seen); samples++)
        {
            Steps(EveryDecision.OnLots.Keys).Sample(
                steps =>
                {
                    var (lot, now) = (Given.RankedLot, Given.Letters);
                    foreach (var (name, hours, _) in steps)
                    {
                        now += Duration.FromHours(hours);
                        lot = Follow(lot, EveryDecision.OnLots[name](lot, Awarding, now), LotLifecycle.Allows, l => l.Phase, name);
                        lock (seen)
                        {
                            seen.Add(lot.Phase);
                        }
                    }
                },
                iter: 1000);
        }

        Assert.Superset(wanted, seen);
    }

    [Fact]
    public void From_whatever_a_round_may_hold_no_decision_leads_where_its_phase_may_not_go() =>
        Gen.Select(Gen.Enum<RoundPhase>(), Gen.Bool.Array[5], OneOf(EveryDecision.OnRounds.Keys), Gen.Int[-24, 24 * 40], Gen.Int[0, SomeLots.Length - 1]).Sample(
            (phase, has, name, hours, lots) =>
            {
                var round = Competition.Opened with
                {
                    Phase = phase,
                    Invitation = has[0] ? Competition.Bidding.Invitation : null,
                    Manifest = has[1] ? Competition.Opened.Manifest : null,
                    OpenedAt = has[2] ? Competition.After : null,
                    OpeningApprovals = has[3] ? Competition.Opened.OpeningApprovals : [],
                    Cancellation = has[4] ? new RoundCancellation(Competition.During, "officer", new Text("Fordi.", "Because.")) : null,
                };
                Follow(round, EveryDecision.OnRounds[name](round, SomeLots[lots], Competition.Opens + Duration.FromHours(hours)), RoundLifecycle.Allows, r => r.Phase, name);
            },
            iter: 5000);

    private static Lot[][] SomeLots { get; } =
    [
        [], [Competition.Lot()], [Given.RankedLot], [Competition.Lot() with { Phase = LotPhase.WithoutBids }],
        [Given.RankedLot with { Phase = LotPhase.Delivering }, Competition.Lot("lot-2") with { Phase = LotPhase.WithoutBids }],
        [Given.RankedLot with { Phase = LotPhase.Ended }],
    ];

    private static Gen<string> OneOf(IEnumerable<string> names) => Gen.Int[0, names.Count() - 1].Select(names.ElementAt);

    /// <summary>Decisions by name with the hours since the one before; most of them soon, some after weeks.</summary>
    private static Gen<(string Name, int Hours, int Lots)[]> Steps(IEnumerable<string> names) =>
        Gen.Select(OneOf(names), Gen.OneOf(Gen.Int[0, 6], Gen.Int[100, 500]), Gen.Int[0, SomeLots.Length - 1]).Array[20, 80];

    private static T Follow<T, TPhase>(T from, Decision<T> decision, Func<TPhase, TPhase, bool> allows, Func<T, TPhase> phaseOf, string name)
        where T : class
    {
        if (decision is not Decision<T>.Accepted { State: var to })
        {
            return from;
        }

        Assert.True(allows(phaseOf(from), phaseOf(to)), $"'{name}' takes {phaseOf(from)} to {phaseOf(to)}.");
        return to;
    }
}
