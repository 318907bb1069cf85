using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Tests.Domain.Bids;
using Samkjop.Tests.Domain.Evaluations;

namespace Samkjop.Tests.Domain.Lots;

/// <summary>A lot without a valid bid is closed or tried again by decision.</summary>
public sealed class LotOutcomeTests
{
    private static readonly Text Reason = new("Ingen leverer så store biler ennå.", "Nobody delivers such large vehicles yet.");

    private static Lot Empty { get; } = Checking.Complete(
        Competition.Lot() with
        {
            Content = Competition.Lot().Content with
            {
                Lines = [new ConsolidatedLine("need-1", 1, "bym", 3, VehicleRequirements.None, null, null, null, false), new ConsolidatedLine("need-2", 1, "ren", 9, VehicleRequirements.None, null, null, null, false)],
            },
        },
        [], Competition.After).Accepted();

    [Fact]
    public void It_is_tried_again_in_the_next_round_and_its_agencies_are_told_why()
    {
        var decided = Decide(LotOutcomeKind.Rerun);

        Assert.Equal("2021-2", decided.Accepted().Outcome!.NextRoundId);
        Assert.Equal(new LotOutcomeDecided("lot-1", LotOutcomeKind.Rerun, Reason, "2021-2"), Assert.Single(decided.Events()));
        var message = LotOutcomeMessage.To("bym", decided.Accepted());
        Assert.Contains("3 kjøretøy", message.Body.No, StringComparison.Ordinal);
        Assert.Contains("utkast i runde 2021-2", message.Body.No, StringComparison.Ordinal);
        Assert.Contains(Reason.No, message.Body.No, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_closed_without_a_purchase()
    {
        var closed = Decide(LotOutcomeKind.Close).Accepted();

        Assert.Null(closed.Outcome!.NextRoundId);
        Assert.Contains("avsluttet uten kjøp", LotOutcomeMessage.To("ren", closed).Body.No, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_decided_once_with_a_reason_by_an_impartial_officer_and_only_where_no_bid_is_valid()
    {
        var closed = Decide(LotOutcomeKind.Close).Accepted();

        Assert.Empty(Decide(LotOutcomeKind.Close, closed).Events());
        Assert.Equal("lot-outcome-decided", Decide(LotOutcomeKind.Rerun, closed).Refused().Code);
        Assert.Equal("lot-not-without-bids", Decide(LotOutcomeKind.Close, Judged.Checked).Refused().Code);
        Assert.Equal("invalid-lot-outcome", Decide(LotOutcomeKind.Close, reason: new("", "")).Refused().Code);
        Assert.Equal("not-named-for-round", Decide(LotOutcomeKind.Close, by: Competition.Evaluator).Refused().Code);
        Assert.Equal("bids-sealed", LotOutcomes.Decide(Competition.AwaitingOpening, Empty, null, new(Competition.Officer, LotOutcomeKind.Close, Reason, Competition.After)).Refused().Code);
    }

    [Fact]
    public void The_round_does_not_close_before_it_is_decided()
    {
        var delivering = Judged.Round with { Phase = RoundPhase.Delivering };
        var ended = Competition.Lot("lot-2") with { Phase = LotPhase.Ended };

        Assert.False(RoundEnding.MayClose(delivering, [Empty, ended]));
        Assert.True(RoundEnding.MayClose(delivering, [Decide(LotOutcomeKind.Close).Accepted(), ended]));
    }

    [Fact]
    public void The_evaluation_waits_for_it_only_where_no_lot_has_a_valid_bid()
    {
        var ranked = Competition.Lot("lot-2") with { Phase = LotPhase.Ranked };

        Assert.Equal(RoundPhase.Awarding, Rankings.Complete(Judged.Round, [Empty, ranked]).Accepted().Phase);
        Assert.Equal(RoundPhase.Evaluating, Rankings.Complete(Judged.Round, [Empty]).Accepted().Phase);
        Assert.Equal(RoundPhase.Delivering, Rankings.Complete(Judged.Round, [Decide(LotOutcomeKind.Close).Accepted()]).Accepted().Phase);
    }

    private static Decision<Lot> Decide(LotOutcomeKind kind, Lot? lot = null, Text? reason = null, Caller? by = null) => LotOutcomes.Decide(
        Judged.Round, lot ?? Empty, GivenRound.NextPlan, new(by ?? Competition.Officer, kind, reason ?? Reason, Competition.After));
}
