using NodaTime;
using Samkjop.Calendar;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Rules;
using Samkjop.Tests.Domain.Bids;
using Given = Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Access;

public sealed class AccessRequestTests
{
    /// <summary>Wednesday 12 May 2021, 10:00 in Oslo; Thursday is Ascension, Monday 17 May the national day.</summary>
    private static readonly Instant Wednesday = Instant.FromUtc(2021, 5, 12, 8, 0);

    private static readonly Caller Officer = new(Given.Officer, [Role.ProcurementOfficer]);

    private static readonly Round Opened = Given.TheRound with { OpenedAt = Wednesday - Duration.FromDays(1) };

    private static readonly AskedRecord Bid = new("bid-alfa", RecordKind.Bid, MarkedSecret: true, HasRedacted: true);

    private static readonly AskedRecord Document = new("tender-document-1-1", RecordKind.TenderDocument);

    private static RegisterAccessRequest Asking(params AskedRecord[] records) =>
        new("access-1", new AccessRequester(RequesterKind.Press), Wednesday, [.. records.Select(record => record.RecordId)], Officer, Wednesday);

    private static AccessRequest Registered(AccessStage stage, params AskedRecord[] records) =>
        AccessDecisions.Register(Opened, stage, records, Asking(records), RuleTable.Norwegian).Accepted();

    private static DecideAccess Answer(AskedRecord record, AccessOutcome outcome, string? basis = null, string? reason = null) =>
        new(record.RecordId, outcome, basis, reason, Officer, Wednesday);

    [Fact]
    public void An_answer_is_due_within_three_working_days_and_silence_is_a_refusal_after_five()
    {
        var clock = AccessClock.Of(Wednesday, RoundSettings.Default, RuleTable.Norwegian);

        Assert.Equal(OsloTime.EndOfDay(new LocalDate(2021, 5, 19)), clock.AnswerBy);
        Assert.Equal(OsloTime.EndOfDay(new LocalDate(2021, 5, 21)), clock.RefusedFrom);
    }

    [Fact]
    public void A_request_before_the_award_is_put_off_with_the_legal_basis_and_the_rest_awaits_its_answer()
    {
        var decision = AccessDecisions.Register(Opened, AccessStage.Opened, [Bid, Document], Asking(Bid, Document), RuleTable.Norwegian);
        var request = decision.Accepted();

        Assert.Equal([AccessOutcome.Deferred, null], request.Items.Select(item => item.Outcome));
        Assert.Equal("offentleglova § 23 tredje ledd", request.Items[0].LegalBasis);
        Assert.Equal((true, true), (request.IsOpen, request.IsDeferred));
        Assert.Contains(decision.Events(), told => told is AccessDeferred { RecordIds: ["bid-alfa"] });
    }

    [Fact]
    public void After_the_award_nothing_is_put_off() => Assert.True(Registered(AccessStage.Awarded, Bid) is { IsOpen: true, IsDeferred: false });

    [Fact]
    public void Bids_and_protocol_are_not_given_before_the_award_whatever_an_officer_answers()
    {
        var request = Registered(AccessStage.Opened, Bid);

        foreach (var outcome in (AccessOutcome[])[AccessOutcome.Granted, AccessOutcome.Partly])
        {
            Assert.Equal("exempt-until-award", AccessDecisions.Decide(Opened, AccessStage.Opened, Bid, request, Answer(Bid, outcome, "x", "x")).Refused().Code);
        }

        Assert.Equal(AccessOutcome.Refused, AccessDecisions.Decide(Opened, AccessStage.Opened, Bid, request, Answer(Bid, AccessOutcome.Refused, "§ 23", "Før tildeling.")).Accepted().Items[0].Outcome);
    }

    [Fact]
    public void Once_the_award_is_told_the_request_is_taken_up_with_a_clock_of_its_own_and_only_once()
    {
        var award = Instant.FromUtc(2021, 6, 1, 10, 0);
        var waiting = Registered(AccessStage.Opened, Bid);

        Assert.Same(waiting, AccessDecisions.Resume(waiting, null, RoundSettings.Default, RuleTable.Norwegian).Accepted());
        var resumed = AccessDecisions.Resume(waiting, award, RoundSettings.Default, RuleTable.Norwegian).Accepted();

        Assert.Equal((true, false, award), (resumed.IsOpen, resumed.IsDeferred, resumed.ClockFrom));
        Assert.Same(resumed, AccessDecisions.Resume(resumed, award, RoundSettings.Default, RuleTable.Norwegian).Accepted());
    }

    [Fact]
    public void What_its_supplier_says_is_secret_is_given_in_full_only_with_a_reason_and_redacted_only_where_there_is_a_copy()
    {
        var request = Registered(AccessStage.Awarded, Bid);
        var withoutCopy = Bid with { HasRedacted = false };

        Assert.Equal("business-secret", AccessDecisions.Decide(Opened, AccessStage.Awarded, Bid, request, Answer(Bid, AccessOutcome.Granted)).Refused().Code);
        Assert.Equal("no-redacted-copy", AccessDecisions.Decide(Opened, AccessStage.Awarded, withoutCopy, request, Answer(Bid, AccessOutcome.Partly, "§ 13", "x")).Refused().Code);
        Assert.Equal(AccessOutcome.Granted, AccessDecisions.Decide(Opened, AccessStage.Awarded, Bid, request, Answer(Bid, AccessOutcome.Granted, reason: "Prisen er ikke hemmelig.")).Accepted().Items[0].Outcome);
        Assert.Equal(AccessOutcome.Partly, AccessDecisions.Decide(Opened, AccessStage.Awarded, Bid, request, Answer(Bid, AccessOutcome.Partly, "§ 13", "Sladdet.")).Accepted().Items[0].Outcome);
    }

    [Fact]
    public void What_is_not_given_in_full_needs_a_legal_basis_and_a_reason()
    {
        var request = Registered(AccessStage.Awarded, Document);

        Assert.Equal(["legalBasis", "reason"], AccessDecisions.Decide(Opened, AccessStage.Awarded, Document, request, Answer(Document, AccessOutcome.Refused)).Refused().Errors!.Keys.Order());
        Assert.Equal("invalid-access-decision", AccessDecisions.Decide(Opened, AccessStage.Awarded, Document, request, Answer(Document, AccessOutcome.Deferred, "x", "x")).Refused().Code);
    }

    [Fact]
    public void What_does_not_exist_can_only_be_refused()
    {
        var request = Registered(AccessStage.Opened, Bid);
        var missing = Bid with { Exists = false };

        Assert.Equal("no-such-record", AccessDecisions.Decide(Opened, AccessStage.Awarded, missing, request, Answer(Bid, AccessOutcome.Granted, reason: "x")).Refused().Code);
        Assert.False(AccessDecisions.Decide(Opened, AccessStage.Awarded, missing, request, Answer(Bid, AccessOutcome.Refused, "§ 28", "Finnes ikke.")).Accepted().IsOpen);
    }

    [Fact]
    public void Only_the_rounds_officers_answer()
    {
        var request = Registered(AccessStage.Awarded, Document);
        var stranger = new Caller("stranger", [Role.ProcurementOfficer]);
        Assert.Equal("not-named-for-round", AccessDecisions.Decide(Opened, AccessStage.Awarded, Document, request, Answer(Document, AccessOutcome.Granted) with { By = stranger }).Refused().Code);
    }

    [Fact]
    public void A_request_names_documents_that_the_journal_has_each_once_and_does_not_come_from_the_future()
    {
        var refusal = AccessDecisions.Register(
            Opened, AccessStage.Opened, [Bid], Asking(Bid, Bid, Document) with { ReceivedAt = Wednesday + Duration.FromHours(1) }, RuleTable.Norwegian).Refused();
        Assert.Equal(["receivedAt", "recordIds", "recordIds[2]"], refusal.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Officers_are_reminded_on_the_last_day_and_when_silence_counts_as_a_refusal_once_each_and_not_after_the_answer()
    {
        var request = Registered(AccessStage.Awarded, Document);
        var clock = AccessClock.Of(Wednesday, RoundSettings.Default, RuleTable.Norwegian);
        AccessRequest At(AccessRequest asked, Instant now) => AccessDecisions.Remind(asked, RoundSettings.Default, RuleTable.Norwegian, now).Accepted();

        Assert.Same(request, At(request, clock.AnswerBy - Duration.FromDays(1) - Duration.FromTicks(1)));
        var first = At(request, clock.AnswerBy - Duration.FromHours(3));
        var second = At(first, clock.RefusedFrom);

        Assert.Equal((1, 2), (first.Reminders, second.Reminders));
        Assert.Same(first, At(first, clock.AnswerBy));
        Assert.Same(second, At(second, clock.RefusedFrom + Duration.FromDays(30)));
        var answered = AccessDecisions.Decide(Opened, AccessStage.Awarded, Document, request, Answer(Document, AccessOutcome.Granted)).Accepted();
        Assert.Same(answered, At(answered, clock.RefusedFrom));
    }

    [Theory]
    [InlineData("protocol", true)]
    [InlineData("bid-whoever", true)]
    [InlineData("letter-lot-1-alfa", true)]
    [InlineData("bid-", false)]
    [InlineData("bid-../x", false)]
    [InlineData("message-1", false)]
    public void Before_the_award_what_every_round_comes_to_have_can_be_asked_for_without_telling_whether_it_is_there(string recordId, bool known)
    {
        Assert.Equal(known, ForeseenRecords.Of(recordId, AccessStage.Sealed) is not null);
        Assert.Null(ForeseenRecords.Of(recordId, AccessStage.Awarded));
    }
}
