using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Tests.Domain.Bids;
using Given = Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Access;

public sealed class AccessStageTests
{
    private static readonly Round Opened = Given.TheRound with { OpenedAt = Given.Letters - Duration.FromDays(1) };

    [Fact]
    public void A_round_is_prepared_until_its_invitation_and_sealed_until_its_opening()
    {
        Assert.Equal(AccessStage.Preparing, AccessStages.Of(GivenRound.CollectingRound, []));
        Assert.Equal(AccessStage.Sealed, AccessStages.Of(Competition.Bidding, []));
        Assert.Equal(AccessStage.Sealed, AccessStages.Of(Competition.AwaitingOpening, []));
    }

    [Fact]
    public void Bids_that_were_never_opened_stay_sealed_when_the_round_is_cancelled() =>
        Assert.Equal(AccessStage.Sealed, AccessStages.Of(Competition.Bidding with { Phase = RoundPhase.Closed, Closing = new(Competition.After, null) }, []));

    [Fact]
    public void The_award_is_made_when_the_bidders_of_every_lot_are_told()
    {
        var untold = Given.RankedLot with { LotId = "lot-2" };

        Assert.Equal(AccessStage.Opened, AccessStages.Of(Opened, [Given.LotInStandstill, untold]));
        Assert.Null(AccessStages.AwardedAt(Opened, [Given.LotInStandstill, untold]));
        Assert.Equal(AccessStage.Awarded, AccessStages.Of(Opened, [Given.LotInStandstill, untold with { Phase = LotPhase.WithoutBids }]));
        Assert.Equal(Given.Letters, AccessStages.AwardedAt(Opened, [Given.LotInStandstill, untold with { Phase = LotPhase.WithoutBids }]));
    }

    [Fact]
    public void A_closed_round_is_closed() =>
        Assert.Equal(AccessStage.Closed, AccessStages.Of(Opened with { Phase = RoundPhase.Closed }, [Given.LotInStandstill]));

    [Theory]
    [InlineData(RecordKind.Bid)]
    [InlineData(RecordKind.Opening)]
    [InlineData(RecordKind.Evaluation)]
    [InlineData(RecordKind.Protocol)]
    [InlineData(RecordKind.AwardLetter)]
    public void Tenders_and_what_is_made_of_them_are_exempt_until_the_award_and_not_longer(RecordKind kind)
    {
        foreach (var stage in Enum.GetValues<AccessStage>())
        {
            Assert.Equal(stage < AccessStage.Awarded ? Exemption.UntilAward : null, RecordExemptions.Of(kind, stage));
        }
    }
}
