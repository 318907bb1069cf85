using CsCheck;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

/// <summary>Clarifications in writing and corrections of obvious errors (FOA § 23-5), until the ranking is fixed.</summary>
public sealed class ClarificationTests
{
    private static readonly Instant AnswerBy = Competition.After + Duration.FromDays(3);

    private static Bid OpenedBid { get; } = BidOpening.Open(
        Competition.Started(), new OpenBid(true, [new OpenedSheet("lot-1", "doc-1", Competition.Sheet(42_000), null)])).Accepted();

    private static Evaluation Judged42000 { get; } = Judged.Bid("bertel", Competition.Sheet(42_000));

    [Fact]
    public void A_question_and_its_answer_are_logged_and_change_nothing_in_the_bid()
    {
        var asked = Ask(Judged42000);
        var answered = Answer(asked.Accepted()).Accepted();

        Assert.Equal("clarification-1", Assert.IsType<ClarificationAsked>(Assert.Single(asked.Events())).ClarificationId);
        Assert.Equal("Prisen er per kjøretøy.", Assert.Single(answered.Clarifications).Answer!.Explanation);
        Assert.Equal((Judged42000.Price, Judged42000.Findings), (answered.Price, answered.Findings));
        Assert.Contains("Det forhandles ikke", Assert.Single(ClarificationMessages.Of(answered)).Body.No, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_is_answered_once_and_before_the_ranking_is_fixed()
    {
        var asked = Ask(Judged42000).Accepted();

        Assert.Equal("clarification-answered", Answer(Answer(asked).Accepted()).Refused().Code);
        Assert.Equal("scores-locked", Answer(asked with { LockedAt = Competition.After }).Refused().Code);
        Assert.Equal("scores-locked", Ask(asked with { LockedAt = Competition.After }).Refused().Code);
        Assert.Equal("not-found", Clarifications.Answer(asked, new("kari", "clarification-2", "Hei", AnswerBy)).Refused().Code);
        Assert.Equal("invalid-clarification", Ask(Judged42000, question: " ").Refused().Code);
        Assert.Equal("invalid-clarification", Ask(Judged42000, answerBy: Competition.After).Refused().Code);
    }

    [Fact]
    public void Only_an_impartial_officer_of_the_round_asks_and_corrects()
    {
        Assert.Equal("not-named-for-round", Ask(Judged42000, by: Competition.Evaluator).Refused().Code);
        Assert.Equal("not-named-for-round", Correct(Judged42000, by: Competition.Evaluator).Refused().Code);
        Assert.Equal("impartiality-required", Clarifications.Ask(
            Competition.Opened, Judged.Checked, Judged42000, new(Competition.Officer, "clarification-1", "Hva?", AnswerBy, Competition.After)).Refused().Code);
    }

    [Fact]
    public void An_obvious_error_is_corrected_with_what_the_bid_said_beside_and_what_counts_is_scored()
    {
        var corrected = Correct(Judged42000).Accepted();
        var bid = SheetCorrections.Follow(OpenedBid, corrected).Accepted();

        Assert.Equal(("42000", "420000", 420_000m), (corrected.Corrections[0].Original, corrected.Corrections[0].Corrected, corrected.Price!.Value));
        Assert.Equal((420_000m, 42_000m), (bid.Sheets[0].Sheet!.UnitPrice, bid.Sheets[0].Original!.UnitPrice));
        Assert.Empty(SheetCorrections.Follow(bid, corrected).Events());
        Assert.Same(bid, SheetCorrections.Follow(bid, corrected).Accepted());
        var ranked = Rankings.Rank(
            Judged.AnyPrice, Judged.Checked, [corrected.Scored(5), Judged.Bid("harald", Competition.Sheet(400_000)).Scored(5)], new(Competition.Officer, Competition.After));
        Assert.Equal(400_000m, ranked.Accepted().Ranking!.LowestPrice);
    }

    [Fact]
    public void Points_that_were_given_on_the_uncorrected_sheet_are_void()
    {
        var decision = Correct(Judged42000.Scored(5));

        Assert.Empty(decision.Accepted().Scores);
        Assert.Equal(1, Assert.IsType<SheetCorrected>(Assert.Single(decision.Events())).PointsVoided);
        Assert.Equal("not-all-scored", Rankings.Rank(
            Judged.AnyPrice, Judged.Checked, [decision.Accepted(), Judged.Bid("harald").Scored(5)], new(Competition.Officer, Competition.After)).Refused().Code);
    }

    [Fact]
    public void Corrections_follow_each_other_and_the_bid_keeps_what_it_said_first()
    {
        var once = Correct(Judged42000).Accepted();
        var twice = SheetCorrections.Correct(
            Judged.Round, Competition.System, Judged.Checked, SheetCorrections.Follow(OpenedBid, once).Accepted(), once,
            new(Competition.Officer, PriceSheetField.Range, "300", "Tastefeil.", Competition.After)).Accepted();
        var bid = SheetCorrections.Follow(SheetCorrections.Follow(OpenedBid, once).Accepted(), twice).Accepted();

        Assert.Equal((420_000m, 300), (bid.Sheets[0].Sheet!.UnitPrice, bid.Sheets[0].Sheet!.Specification.RangeKm));
        Assert.Equal((42_000m, 344), (bid.Sheets[0].Original!.UnitPrice, bid.Sheets[0].Original!.Specification.RangeKm));
    }

    [Theory]
    [InlineData(PriceSheetField.UnitPrice, "dyrt", "Feil.")]
    [InlineData(PriceSheetField.UnitPrice, "420000", "")]
    [InlineData(PriceSheetField.UnitPrice, "", "Feil.")]
    [InlineData(PriceSheetField.Lot, "lot-2", "Feil.")]
    [InlineData(PriceSheetField.Range, "5000", "Feil.")]
    public void A_correction_makes_a_sheet_that_could_have_been_handed_in_and_has_a_reason(PriceSheetField field, string value, string reason) =>
        Assert.Equal("invalid-correction", Correct(Judged42000, field: field, value: value, reason: reason).Refused().Code);

    [Fact]
    public void What_cannot_be_read_is_not_corrected_and_a_price_that_was_decided_on_neither()
    {
        var unreadable = BidOpening.Open(Competition.Started(), new OpenBid(true, [new OpenedSheet("lot-1", "doc-1", null, new("x", "x"))])).Accepted();
        var decided = Judged42000 with { PriceInquiry = new("Hvorfor?", "officer", AnswerBy, AnswerBy) { Decision = new(true, "Greit.", "officer", AnswerBy) } };

        Assert.Equal("sheet-unreadable", Correct(Judged42000, bid: unreadable).Refused().Code);
        Assert.Equal("price-inquiry-concluded", Correct(decided).Refused().Code);
    }

    [Fact]
    public void A_lot_whose_only_bid_fails_by_an_obvious_error_is_evaluated_after_all()
    {
        var failed = Judged.Bid("bertel", Competition.Sheet() with { Specification = Competition.Sheet().Specification with { RangeKm = 34 } });
        var bid = BidOpening.Open(Competition.Started(), new OpenBid(true, [new OpenedSheet(
            "lot-1", "doc-1", Competition.Sheet() with { Specification = Competition.Sheet().Specification with { RangeKm = 34 } }, null)])).Accepted();
        var ended = Checking.Complete(Competition.Lot(), [failed], Competition.After).Accepted();

        var corrected = SheetCorrections.Correct(
            Judged.Round, Competition.System, ended, bid, failed, new(Competition.Officer, PriceSheetField.Range, "344", "Databladet sier 344 km.", Competition.After)).Accepted();
        var reopened = Checking.Settle(ended, [corrected]);

        Assert.Equal(LotPhase.WithoutBids, ended.Phase);
        Assert.True(corrected.IsAdmissible);
        Assert.Equal((LotPhase.Consolidated, 1), (reopened.Accepted().Phase, Assert.IsType<LotReopened>(Assert.Single(reopened.Events())).Admissible));
        Assert.Equal(LotPhase.WithoutBids, Checking.Settle(reopened.Accepted(), [failed]).Accepted().Phase);
    }

    [Fact]
    public void Every_answer_of_a_sheet_reads_back_as_it_was_written() =>
        Gen.Select(Gen.Decimal[0.01m, 9_999_999m], Gen.Int[0, 3000].Nullable(), Gen.Bool.Nullable(), Gen.Enum<Drivetrain>().Nullable(), Gen.Int[1, 104]).Sample((price, range, allWheel, drivetrain, weeks) =>
        {
            var sheet = Competition.Sheet(decimal.Round(price, 2)) with
            {
                DeliveryWeeks = weeks,
                Specification = Competition.Sheet().Specification with { RangeKm = range, AllWheelDrive = allWheel, Drivetrain = drivetrain },
            };
            var findings = new Findings();
            var read = PriceSheetForm.Read(PriceSheetForm.Lines.ToDictionary(l => l.Field, l => PriceSheetForm.WrittenOf(sheet, l.Field)), findings, f => PriceSheetForm.LineOf(f).Label);
            Assert.Empty(findings.All);
            Assert.Equal(sheet, read);
        }, iter: 200);

    private static Decision<Evaluation> Ask(Evaluation evaluation, string question = "Er prisen per kjøretøy?", Instant? answerBy = null, Caller? by = null) => Clarifications.Ask(
        Judged.Round, Judged.Checked, evaluation, new(by ?? Competition.Officer, "clarification-1", question, answerBy ?? AnswerBy, Competition.After));

    private static Decision<Evaluation> Answer(Evaluation evaluation) => Clarifications.Answer(evaluation, new("kari@bertel", "clarification-1", "Prisen er per kjøretøy.", AnswerBy));

    private static Decision<Evaluation> Correct(
        Evaluation evaluation, Caller? by = null, PriceSheetField field = PriceSheetField.UnitPrice, string value = "420000", string reason = "En null mangler.", Bid? bid = null) =>
        SheetCorrections.Correct(
            Judged.Round, Competition.System, Judged.Checked, bid ?? OpenedBid, evaluation, new(by ?? Competition.Officer, field, value, reason, Competition.After));
}
