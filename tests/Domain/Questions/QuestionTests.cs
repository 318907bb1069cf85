using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Rules;
using static Samkjop.Tests.Domain.Bids.Competition;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Questions;

/// <summary>The window closes Friday 21 May 2021 at 12:00, so questions are taken through 13 May and answers propose an extension from 15 May on.</summary>
public sealed class QuestionTests
{
    private static readonly Round Spring = Bids.Competition.Bidding;
    private static readonly Caller Bertel = new("kari@bertel", [Role.SupplierUser], SupplierId: "bertel");
    private static readonly Caller Stranger = new("ola@other", [Role.SupplierUser], SupplierId: "other");
    private static readonly Text Wording = new("Gjelder rekkeviddekravet om vinteren?", "Does the range requirement hold in winter?");
    private static readonly Text Reply = new("Ja, etter WLTP.", "Yes, by WLTP.");

    private static Question Asked => Ask(During).Accepted();

    [Fact]
    public void An_invited_supplier_asks_and_the_record_of_it_is_sealed()
    {
        var asked = Ask(During);

        Assert.Equal(("bertel", "lot-1", null), (asked.Accepted().SupplierId, asked.Accepted().LotId, asked.Accepted().Answer));
        Assert.IsType<Samkjop.Audit.ISealedUntilOpening>(Assert.IsType<QuestionAsked>(Assert.Single(asked.Events())), exactMatch: false);
    }

    [Fact]
    public void Questions_are_taken_until_the_end_of_the_day_eight_days_before_closing()
    {
        Assert.Equal(Oslo(2021, 5, 14, 0, 0), QuestionTimes.CutOff(Spring));

        Assert.Equal("question-1", Ask(Oslo(2021, 5, 14, 0, 0) - Duration.Epsilon).Accepted().QuestionId);
        var late = Ask(Oslo(2021, 5, 14, 0, 0)).Refused();
        Assert.Equal("questions-closed", late.Code);
        Assert.Contains("torsdag 13. mai 2021 kl. 24.00", late.Detail.No, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cut_off_is_a_setting_and_lies_in_the_middle_of_a_window_too_short_for_it()
    {
        Assert.Equal(Oslo(2021, 5, 20, 0, 0), QuestionTimes.CutOff(Spring with { Settings = RoundSettings.Default with { QuestionDays = 2 } }));
        Assert.Equal(Opens + ((Closes - Opens) / 2), QuestionTimes.CutOff(Spring with { Settings = RoundSettings.Default with { QuestionDays = 30 } }));
    }

    [Fact]
    public void Nobody_else_asks_and_nothing_is_asked_before_the_invitation()
    {
        Assert.Equal("not-invited", Ask(During, by: Stranger).Refused().Code);
        Assert.Equal("not-invited", Ask(During, by: Bids.Competition.Officer).Refused().Code);
        Assert.Equal("bid-window-not-open", QuestionDecisions.Ask(Spring with { Invitation = null }, new("question-1", "?", null, Bertel, During)).Refused().Code);
    }

    [Theory]
    [InlineData("", null, "question")]
    [InlineData("   ", null, "question")]
    [InlineData("Hva?", "lot-9", "lotId")]
    public void A_question_that_says_nothing_or_is_about_nothing_is_refused(string text, string? lotId, string path) =>
        Assert.Contains(path, QuestionDecisions.Ask(Spring, new("question-1", text, lotId, Bertel, During)).Refused().Errors!.Keys);

    [Fact]
    public void The_answer_goes_to_all_invited_in_the_same_words_and_tells_nobody_who_asked()
    {
        var answered = Answer(During).Accepted();
        var messages = Notices.Of(Spring, [answered]).ToList();

        Assert.Equal(["bertel", "harald", "maxus"], messages.Select(m => m.Recipient.Id));
        Assert.Single(messages.Select(m => (m.Subject, m.Body, m.Link, m.CreatedAt)).Distinct());
        Assert.All(messages, m => Assert.DoesNotContain(Asked.Asked, m.ToString(), StringComparison.Ordinal));
        Assert.Contains(Reply.No, messages[0].Body.No, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_is_told_to_all_and_the_same_answer_again_is_told_to_nobody()
    {
        var answered = Answer(During).Accepted();
        var corrected = Answer(During, answered, new("Nei.", "No.")).Accepted();

        Assert.Empty(Answer(During, answered).Events());
        Assert.Equal(6, Notices.Of(Spring, [corrected]).DistinctBy(m => m.MessageId).Count());
        Assert.Equal("Nei.", corrected.Answer!.Answer.No);
        Assert.Equal("too-many-answers", Answer(During, corrected with { Answers = [.. Enumerable.Repeat(corrected.Answer, QuestionRules.MaxAnswers)] }).Refused().Code);
    }

    [Theory]
    [InlineData("Til Harald A. Møller AS: ja.")]
    [InlineData("Ja (919 og 974760673).")]
    public void An_answer_that_names_an_invited_supplier_is_refused(string text)
    {
        var refused = Answer(During, reply: new(text, "Yes.")).Refused();

        Assert.Equal(("invalid-answer", "answer"), (refused.Code, Assert.Single(refused.Errors!).Key));
    }

    [Fact]
    public void A_name_within_another_word_names_nobody() => Assert.NotNull(Answer(During, reply: new("Harald A. Møller ASA er ikke invitert.", "No.")).Accepted().Answer);

    [Fact]
    public void Only_an_officer_named_for_the_round_answers_and_only_before_closing()
    {
        Assert.Equal("not-named-for-round", Answer(During, by: new("tonje", [Role.ProcurementOfficer])).Refused().Code);
        Assert.Equal("role-required", Answer(During, by: Bertel).Refused().Code);
        Assert.Equal("bid-window-closed", Answer(Closes).Refused().Code);
        Assert.NotNull(Answer(Closes - Duration.Epsilon).Accepted().Answer);
    }

    [Fact]
    public void An_answer_less_than_six_days_before_closing_proposes_an_extension()
    {
        var inTime = Oslo(2021, 5, 15, 0, 0) - Duration.Epsilon;

        Assert.Null(Assert.IsType<QuestionAnswered>(Assert.Single(Answer(inTime).Events())).ProposedClosing);
        Assert.Equal(Oslo(2021, 5, 25, 12, 0), Assert.IsType<QuestionAnswered>(Assert.Single(Answer(Oslo(2021, 5, 18, 9, 0)).Events())).ProposedClosing);
    }

    private static Decision<Question> Ask(Instant now, Caller? by = null) =>
        QuestionDecisions.Ask(Spring, new AskQuestion("question-1", "Vi hos Bertel lurer på rekkevidden.", "lot-1", by ?? Bertel, now));

    private static Decision<Question> Answer(Instant now, Question? question = null, Text? reply = null, Caller? by = null) => QuestionDecisions.Answer(
        Spring, question ?? Asked, new AnswerQuestion(Wording, reply ?? Reply, Names, by ?? Bids.Competition.Officer, now), RuleTable.Norwegian);

    private static ImmutableArray<string> Names => ["Harald A. Møller AS", "974760673"];
}
