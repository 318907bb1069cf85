using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Rules;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Invitations;

public sealed class ReleaseInvitationTests
{
    /// <summary>Tuesday 4 May 2021, 10:00 in Oslo; ten days on is Friday 14 May, so noon of Saturday 15 May at the earliest.</summary>
    private static readonly Instant Now = Oslo(2021, 5, 4, 10, 0);

    private static readonly ReleaseInvitation Command = new(
        Opens: null, ClosesOn: new LocalDate(2021, 5, 18), ClosesAt: null, RepeatedHour: null, ["volt", "bilco"], Officer, Now);

    [Fact]
    public void Every_admitted_supplier_is_invited_and_the_criteria_are_frozen()
    {
        var decision = Release(ReadyRound, Command);
        var round = Accepted(decision);

        Assert.Equal(RoundPhase.Bidding, round.Phase);
        Assert.Equal(["bilco", "volt"], round.Invitation!.InvitedSupplierIds);
        Assert.Equal(new BidWindow(Now, Oslo(2021, 5, 18, 12, 0)), round.Invitation.Window);
        Assert.Equal(Oslo(2021, 5, 15, 0, 0), round.Invitation.MinimumPeriodEnds);
        Assert.Equal(ReadyRound.ProcurementDocument!.Sha256(), round.Invitation.DocumentSha256);
        Assert.IsType<InvitationReleased>(OnlyEvent(decision));
    }

    [Fact]
    public void A_closing_before_the_minimum_period_is_refused_with_the_earliest_legal_one()
    {
        var refusal = Refused(Release(ReadyRound, Command with { ClosesOn = new LocalDate(2021, 5, 14) }));

        Assert.Equal("tender-period-too-short", refusal.Code);
        Assert.Contains("lørdag 15. mai 2021 kl. 12.00", refusal.Detail.No, StringComparison.Ordinal);
        Assert.Contains("Saturday 15 May 2021 at 12:00", refusal.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_earliest_legal_closing_is_accepted() =>
        Assert.Equal(Oslo(2021, 5, 15, 12, 0), Accepted(Release(ReadyRound, Command with { ClosesOn = new LocalDate(2021, 5, 15) })).Invitation!.Window.Closes);

    [Fact]
    public void An_invitation_of_22_March_2021_cannot_close_before_Easter_is_over()
    {
        var early = Command with { Now = Oslo(2021, 3, 22, 9, 0), ClosesOn = new LocalDate(2021, 4, 6) };

        Assert.Equal("tender-period-too-short", Refused(Release(ReadyRound, early)).Code);
        Assert.Equal(Oslo(2021, 4, 7, 0, 0), Accepted(Release(ReadyRound, early with { ClosesOn = new LocalDate(2021, 4, 7) })).Invitation!.MinimumPeriodEnds);
    }

    [Fact]
    public void A_closing_that_the_clock_skips_is_refused()
    {
        var gap = Command with { Now = Oslo(2021, 3, 1, 9, 0), ClosesOn = new LocalDate(2021, 3, 28), ClosesAt = new LocalTime(2, 30) };

        Assert.Contains("closesOn", Refused(Release(ReadyRound, gap)).Errors!.Keys);
    }

    [Fact]
    public void A_closing_that_comes_twice_needs_a_choice()
    {
        var twice = Command with { Now = Oslo(2021, 10, 1, 9, 0), ClosesOn = new LocalDate(2021, 10, 31), ClosesAt = new LocalTime(2, 30) };

        Assert.Contains("closesOn", Refused(Release(ReadyRound, twice)).Errors!.Keys);
        Assert.Equal(Instant.FromUtc(2021, 10, 31, 0, 30), Accepted(Release(ReadyRound, twice with { RepeatedHour = RepeatedTime.Earlier })).Invitation!.Window.Closes);
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2031)]
    public void A_closing_in_the_past_or_in_a_mistyped_year_is_refused(int year) =>
        Assert.Contains("closesOn", Refused(Release(ReadyRound, Command with { ClosesOn = new LocalDate(year, 5, 18) })).Errors!.Keys);

    [Fact]
    public void A_window_does_not_open_in_the_past_nor_after_it_closes()
    {
        Assert.Contains("opens", Refused(Release(ReadyRound, Command with { Opens = new LocalDateTime(2021, 5, 3, 12, 0) })).Errors!.Keys);
        Assert.Contains("opens", Refused(Release(ReadyRound, Command with { Opens = new LocalDateTime(2021, 5, 19, 12, 0) })).Errors!.Keys);
    }

    [Fact]
    public void Nothing_is_released_before_lots_are_locked() => Assert.Equal("lots-not-locked", Refused(Release(CollectingRound, Command)).Code);

    [Fact]
    public void Nothing_is_released_twice() =>
        Assert.Equal("invitation-released", Refused(Release(Accepted(Release(ReadyRound, Command)), Command)).Code);

    [Fact]
    public void Nothing_is_released_without_a_procurement_document() => Assert.Equal("no-procurement-document", Refused(Release(RoundWithLots, Command)).Code);

    [Fact]
    public void Nothing_is_released_to_nobody() => Assert.Equal("no-suppliers", Refused(Release(ReadyRound, Command with { AdmittedSupplierIds = [] })).Code);

    [Fact]
    public void Only_an_officer_named_for_the_round_releases_it()
    {
        Assert.Equal("not-named-for-round", Refused(Release(ReadyRound, Command with { By = UnnamedOfficer })).Code);
        Assert.Equal("role-required", Refused(Release(ReadyRound, Command with { By = new Caller("andre", [Role.Administrator]) })).Code);
    }

    [Fact]
    public void A_document_that_the_law_of_the_day_refuses_is_not_released()
    {
        var light = Document with { Criteria = [Document.Criteria[0] with { WeightPercent = 71 }, Document.Criteria[2] with { WeightPercent = 29 }] };
        var in2024 = Command with { Now = Oslo(2024, 5, 6, 10, 0), ClosesOn = new LocalDate(2024, 5, 24) };

        Assert.Equal("invalid-procurement-document", Refused(Release(ReadyRound with { ProcurementDocument = light }, in2024)).Code);
    }

    [Fact]
    public void Each_invited_supplier_is_told_once_until_when_bids_are_received()
    {
        var message = InvitationMessage.To("bilco", Accepted(Release(ReadyRound, Command)));

        Assert.Equal("invitation-bilco", message.Id);
        Assert.Contains("tirsdag 18. mai 2021 kl. 12.00", message.Body.No, StringComparison.Ordinal);
    }

    private static Decision<Round> Release(Round round, ReleaseInvitation command) => InvitationDecisions.Release(round, command, RuleTable.Norwegian);
}
