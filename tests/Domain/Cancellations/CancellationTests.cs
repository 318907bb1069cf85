using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Cancellations;

public sealed class CancellationTests
{
    private static readonly CancelRound Command = new(new("Behovet er falt bort.", "The need has gone."), Competition.Officer, Competition.During);

    public static TheoryData<RoundPhase, bool> Phases => new()
    {
        { RoundPhase.CollectingNeeds, true },
        { RoundPhase.Consolidating, false },
        { RoundPhase.AwaitingInvitation, true },
        { RoundPhase.Bidding, true },
        { RoundPhase.AwaitingOpening, true },
        { RoundPhase.Evaluating, true },
        { RoundPhase.Awarding, false },
        { RoundPhase.Delivering, false },
        { RoundPhase.Cancelling, false },
        { RoundPhase.Closed, false },
    };

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_round_is_cancelled_until_its_evaluation_is_complete(RoundPhase phase, bool cancelled)
    {
        var decision = Samkjop.Purchasing.Cancellations.Cancel(Competition.Bidding with { Phase = phase }, Command);

        if (cancelled)
        {
            Assert.Equal(phase, Assert.IsType<RoundCancelled>(Assert.Single(decision.Events())).During);
            Assert.Equal((RoundPhase.Cancelling, "officer"), (decision.Accepted().Phase, decision.Accepted().Cancellation!.By));
        }
        else
        {
            Assert.Contains(decision.Refused().Code, new[] { "lots-being-locked", "too-late-to-cancel" });
        }
    }

    [Fact]
    public void A_cancelled_round_takes_no_bid_question_answer_extension_or_opening_and_is_cancelled_once()
    {
        var round = Samkjop.Purchasing.Cancellations.Cancel(Competition.Bidding, Command).Accepted();
        var bertel = new People.Caller("kari@bertel", [People.Role.SupplierUser], SupplierId: "bertel");

        Assert.Equal("round-cancelled", Bidding.Start(round, null, new("bertel", Competition.During, "kari")).Refused().Code);
        Assert.Equal("round-cancelled", QuestionDecisions.Ask(round, new("question-1", "Hva?", null, bertel, Competition.During)).Refused().Code);
        Assert.Equal("round-cancelled", BidOpening.Approve(round, new(Competition.Opener, Competition.After)).Refused().Code);
        Assert.Equal("round-cancelled", Samkjop.Purchasing.Cancellations.Cancel(round, Command).Refused().Code);
        Assert.Equal("round-cancelled", BidWindowExtension.Extend(
            round, new(new(2021, 5, 26), null, null, WindowChangeCause.Other, Command.Reason, null, Competition.Officer, Competition.During)).Refused().Code);
    }

    [Fact]
    public void A_reason_in_both_languages_and_an_officer_named_for_the_round_are_demanded()
    {
        Assert.Equal("invalid-cancellation", Samkjop.Purchasing.Cancellations.Cancel(Competition.Bidding, Command with { Reason = new("", "x") }).Refused().Code);
        Assert.Equal("not-named-for-round", Samkjop.Purchasing.Cancellations.Cancel(Competition.Bidding, Command with { By = UnnamedOfficer }).Refused().Code);
    }

    [Fact]
    public void Closing_keeps_the_reason_and_a_round_that_is_not_cancelled_stays_open()
    {
        var cancelled = Samkjop.Purchasing.Cancellations.Cancel(Competition.Bidding, Command).Accepted();
        var closed = Samkjop.Purchasing.Cancellations.Close(cancelled).Accepted();

        Assert.Equal((RoundPhase.Closed, Command.Reason, null), (closed.Phase, closed.Closing!.Reason, closed.Closing.ProtocolBlob));
        Assert.Same(closed, Samkjop.Purchasing.Cancellations.Close(closed).Accepted());
        Assert.Same(Competition.Bidding, Samkjop.Purchasing.Cancellations.Close(Competition.Bidding).Accepted());
        Assert.Contains("Behovet er falt bort.", CancellationMessage.To(MessageRecipient.Agency("bym"), cancelled).Body.No, StringComparison.Ordinal);
        Assert.Contains("none will be", CancellationMessage.To(MessageRecipient.Supplier("bertel"), cancelled).Body.En, StringComparison.Ordinal);
    }
}
