using CsCheck;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class LowPriceTests
{
    private static readonly Instant AnswerBy = Competition.After + Duration.FromDays(7);

    [Theory]
    [InlineData(280_000, LowPriceBasis.MeanOfOthers, true)]
    [InlineData(280_000.01, LowPriceBasis.MeanOfOthers, false)]
    [InlineData(245_000, LowPriceBasis.NextLowest, true)]
    [InlineData(245_000.01, LowPriceBasis.NextLowest, false)]
    public void A_price_30_percent_below_what_it_is_compared_with_is_flagged(double price, LowPriceBasis basis, bool flagged)
    {
        // The others are 350 000 and 450 000: the mean is 400 000, the lowest 350 000.
        Evaluation[] lot = [Bid(0, (decimal)price), Bid(1, 350_000), Bid(2, 450_000)];

        Assert.Equal(flagged, LowPrices.FindingOf(lot[0], lot, new LowPriceRule(30, basis)) is not null);
    }

    [Fact]
    public void The_finding_says_with_what_it_was_compared_and_how_far_below_it_is() => Assert.Equal(
        new LowPriceFinding(400_000, 50), LowPrices.FindingOf(Bid(0, 200_000), [Bid(0, 200_000), Bid(1, 350_000), Bid(2, 450_000)], LowPriceRule.Default));

    [Fact]
    public void Rejected_bids_are_neither_flagged_nor_compared_with()
    {
        var rejected = Judged.Bid("bertel", Competition.Sheet(100) with { DeliveryWeeks = 27 }) with { BidId = "bid-9" };

        Assert.Null(LowPrices.FindingOf(rejected, [rejected, Bid(1, 400_000)], LowPriceRule.Default));
        Assert.Null(LowPrices.FindingOf(Bid(0, 400_000), [rejected, Bid(0, 400_000)], LowPriceRule.Default));
    }

    [Fact]
    public void Some_bid_is_never_flagged_whatever_the_prices_and_the_rule() =>
        Gen.Select(Gen.Int[1, 1_000_000].Array[1, 10], Gen.Int[5, 90], Gen.Enum<LowPriceBasis>()).Sample((prices, percent, basis) =>
        {
            Evaluation[] lot = [.. prices.Select((price, i) => Bid(i, price))];

            Assert.Contains(lot, evaluation => LowPrices.FindingOf(evaluation, lot, new LowPriceRule(percent, basis)) is null);
        });

    [Fact]
    public void Nothing_is_ranked_before_a_flagged_price_is_decided_on()
    {
        var (low, dear) = (Bid(0, 200_000).Scored(5), Bid(1, 400_000).Scored(5));
        var asked = Ask(low, [low, dear]).Accepted();
        var answered = Answer(asked).Accepted();
        var accepted = Decide(answered, accept: true).Accepted();

        Assert.All([low, asked, answered], evaluation => Assert.Equal("low-price-undecided", Rank(evaluation, dear).Refused().Code));
        Assert.Equal(["bid-0", "bid-1"], Rank(accepted, dear).Accepted().Ranking!.Bids.Select(b => b.BidId));
    }

    [Fact]
    public void A_bid_rejected_for_its_price_is_not_ranked_does_not_move_the_lowest_price_and_is_told_why()
    {
        var (low, dear) = (Bid(0, 200_000).Scored(5), Bid(1, 400_000).Scored(5));
        var rejected = Decide(Answer(Ask(low, [low, dear]).Accepted()).Accepted(), accept: false).Accepted();
        var lot = Rank(rejected, dear).Accepted();

        Assert.Equal((400_000m, "bid-1"), (lot.Ranking!.LowestPrice, Assert.Single(lot.Ranking.Bids).BidId));
        Assert.Contains("Forklaringen dekker ikke prisen.", Assert.Single(rejected.RejectionReasons).No, StringComparison.Ordinal);
        Assert.True(Recomputation.Of(EvaluationExport.Of(lot, [rejected, dear])!).Follows);
    }

    [Fact]
    public void The_officer_waits_for_the_answer_or_until_its_time_has_passed()
    {
        var (low, dear) = (Bid(0, 200_000), Bid(1, 400_000));
        var asked = Ask(low, [low, dear]).Accepted();

        Assert.Equal("price-answer-awaited", Decide(asked, true, AnswerBy - Duration.FromSeconds(1)).Refused().Code);
        Assert.True(Decide(asked, true, AnswerBy).Accepted().PriceInquiry!.Decision!.Accepted);
        Assert.NotNull(Answer(asked, AnswerBy + Duration.FromDays(1)).Accepted().PriceInquiry!.Answer);
    }

    [Fact]
    public void Each_step_is_taken_once_and_in_order_by_an_officer_of_the_round()
    {
        Evaluation[] lot = [Bid(0, 200_000), Bid(1, 400_000)];
        var asked = Ask(lot[0], lot).Accepted();
        var answered = Answer(asked).Accepted();
        var decided = Decide(answered, true).Accepted();

        Assert.Equal("price-not-flagged", Ask(lot[1], lot).Refused().Code);
        Assert.Equal("price-not-asked", Answer(lot[0]).Refused().Code);
        Assert.Equal("price-not-asked", Decide(lot[0], true).Refused().Code);
        Assert.Equal("price-already-asked", Ask(asked, lot).Refused().Code);
        Assert.Equal("price-inquiry-concluded", Answer(answered).Refused().Code);
        Assert.Equal("price-inquiry-concluded", Answer(decided).Refused().Code);
        Assert.Equal("price-inquiry-concluded", Decide(decided, false).Refused().Code);
        Assert.Equal("scores-locked", Decide(answered with { LockedAt = Competition.After }, true).Refused().Code);
        Assert.Equal("not-named-for-round", PriceInquiries.Decide(Judged.Round, Judged.Checked, answered, new(Competition.Decider, true, "x", AnswerBy)).Refused().Code);
    }

    [Theory]
    [InlineData("", 7)]
    [InlineData("Forklar prisen.", 0)]
    [InlineData("Forklar prisen.", 31)]
    public void A_question_has_words_and_a_time_to_answer(string question, int days)
    {
        Evaluation[] lot = [Bid(0, 200_000), Bid(1, 400_000)];

        Assert.Equal("invalid-price-inquiry", PriceInquiries.Ask(
            Judged.Round, Judged.Checked, lot[0], lot, new(Competition.Officer, question, Competition.After + Duration.FromDays(days), Competition.After)).Refused().Code);
    }

    private static Evaluation Bid(int number, decimal price) => Judged.Bid("bertel", Competition.Sheet(price)) with { BidId = $"bid-{number}" };

    private static Decision<Evaluation> Ask(Evaluation evaluation, Evaluation[] lot) => PriceInquiries.Ask(
        Judged.Round, Judged.Checked, evaluation, lot, new(Competition.Officer, "Hvordan kan prisen være så lav?", AnswerBy, Competition.After));

    private static Decision<Evaluation> Answer(Evaluation evaluation, Instant? now = null) =>
        PriceInquiries.Answer(evaluation, new("kari@bertel", "Vi har bilene på lager.", now ?? Competition.After));

    private static Decision<Evaluation> Decide(Evaluation evaluation, bool accept, Instant? now = null) => PriceInquiries.Decide(
        Judged.Round, Judged.Checked, evaluation, new(Competition.Officer, accept, "Forklaringen dekker ikke prisen.", now ?? Competition.After));

    private static Decision<Lot> Rank(params Evaluation[] evaluations) =>
        Rankings.Rank(Judged.Round, Judged.Checked, evaluations, new(Competition.Officer, Competition.After));
}
