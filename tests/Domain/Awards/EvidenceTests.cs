using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Evidence;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

/// <summary>Before award the winner supplies evidence: contracts over NOK 500 000, a tax certificate not older than six months; the rest of its ESPD.</summary>
public sealed class EvidenceTests
{
    private static readonly Caller ByOfficer = Caller(Officer, Role.ProcurementOfficer);

    [Fact]
    public void Over_half_a_million_the_award_waits_for_a_tax_certificate()
    {
        Assert.Equal("evidence-missing", Decide(null).RefusalCode());
        Assert.Equal("evidence-missing", Decide(Asked()).RefusalCode());
        Assert.Equal("evidence-missing", Decide(Asked().After(Supply)).RefusalCode());
        Assert.Equal(LotPhase.Awarded, Decide(Shown(ProposedLot)).Accepted().State.Phase);
    }

    [Fact]
    public void Up_to_half_a_million_nothing_is_wanted_by_default()
    {
        var small = ProposedLot with { Content = ProposedLot.Content with { TotalQuantity = 1 } };

        Assert.Equal(LotPhase.Awarded, Decide(null, small).Accepted().State.Phase);
        Assert.Equal("evidence-nothing-asked", Request(small).RefusalCode());
    }

    [Fact]
    public void The_setting_turns_the_tax_certificate_off_and_never_what_was_asked_for()
    {
        var off = TheRound with { Settings = RoundSettings.Default with { EvidenceBeforeAward = false } };
        var asked = EvidenceDecisions.Request(off, ProposedLot, new RequestEvidence(["Foretaksregisteret"], ByOfficer, Letters)).Accepted().State;

        Assert.Equal(["item-1"], asked.Items.Select(item => item.ItemId));
        Assert.Equal(LotPhase.Awarded, Decide(null, round: off).Accepted().State.Phase);
        Assert.Equal("evidence-missing", Decide(asked, round: off).RefusalCode());
    }

    [Theory]
    [InlineData("2020-11-12", true)]
    [InlineData("2020-11-11", false)]
    public void A_certificate_is_at_most_six_months_old_when_it_is_supplied(string issuedOn, bool isTaken)
    {
        var decision = EvidenceDecisions.Supply(ProposedLot, Asked(), Certificate(Day(issuedOn), Letters));

        Assert.Equal(isTaken, decision is Decision<WinnerEvidence>.Accepted);
        Assert.True(isTaken || decision.RefusalCode() == "tax-certificate-too-old");
    }

    [Fact]
    public void And_it_is_held_to_that_once_more_at_the_decision()
    {
        var shown = Shown(ProposedLot);

        Assert.Equal("tax-certificate-too-old", Decide(shown, at: Letters + Duration.FromDays(180)).RefusalCode());
    }

    [Fact]
    public void What_is_refused_can_be_shown_again_and_what_is_accepted_stands()
    {
        var refused = Asked().After(Supply).After(evidence => Judge(evidence, accept: false));

        Assert.Equal("evidence-missing", Decide(refused).RefusalCode());
        var accepted = refused.After(Supply).After(evidence => Judge(evidence, accept: true));
        Assert.Equal(2, accepted.Items[0].Submissions);
        Assert.Equal("evidence-already-accepted", Supply(accepted).RefusalCode());
    }

    [Fact]
    public void Nothing_is_judged_before_it_is_shown() => Assert.Equal("evidence-not-supplied", Judge(Asked(), accept: true).RefusalCode());

    [Fact]
    public void A_certificate_says_its_day_and_every_item_where_it_is_found()
    {
        Assert.Equal("invalid-evidence", EvidenceDecisions.Supply(ProposedLot, Asked(), Certificate(default, Letters) with { IssuedOn = null }).RefusalCode());
        Assert.Equal("invalid-evidence", EvidenceDecisions.Supply(ProposedLot, Asked(), Certificate(Day("2021-05-13"), Letters)).RefusalCode());
        Assert.Equal("invalid-evidence", EvidenceDecisions.Supply(ProposedLot, Asked(), Certificate(Day("2021-05-01"), Letters) with { Reference = null }).RefusalCode());
    }

    [Fact]
    public void Its_time_is_so_many_working_days_and_late_counts_while_nothing_is_decided()
    {
        var asked = Asked();

        Assert.Equal(Samkjop.Calendar.OsloTime.EndOfDay(Day("2021-05-21")), asked.DueBy);
        Assert.False(EvidenceDecisions.HasFailed(asked, asked.DueBy - Duration.Epsilon));
        Assert.True(EvidenceDecisions.HasFailed(asked, asked.DueBy));
        asked.After(evidence => EvidenceDecisions.Supply(ProposedLot, evidence, Certificate(Day("2021-05-20"), asked.DueBy + Duration.FromDays(1))));
        Assert.Equal("award-not-proposed", EvidenceDecisions.Supply(AwardedLot, asked, Certificate(Day("2021-05-20"), asked.DueBy)).RefusalCode());
    }

    [Fact]
    public void Only_a_named_impartial_officer_asks_and_judges()
    {
        var stranger = Caller("other", Role.ProcurementOfficer);

        Assert.NotNull(EvidenceDecisions.Request(TheRound, ProposedLot, new RequestEvidence([], stranger, Letters)).RefusalCode());
        Assert.NotNull(EvidenceDecisions.Judge(TheRound, ProposedLot, Asked().After(Supply), new JudgeEvidence("tax-certificate", true, "Ja", stranger, Letters)).RefusalCode());
        Assert.Equal("award-not-proposed", Request(RankedLot).RefusalCode());
    }

    [Fact]
    public void Of_another_bid_it_counts_for_nothing() => Assert.Equal("evidence-missing", Decide(Shown(ProposedLot) with { BidId = "bid-alfa" }).RefusalCode());

    private static WinnerEvidence Asked() => Request(ProposedLot).Accepted().State;

    private static Decision<WinnerEvidence> Request(Lot lot) => EvidenceDecisions.Request(TheRound, lot, new RequestEvidence([], ByOfficer, Letters));

    private static Decision<WinnerEvidence> Supply(WinnerEvidence evidence) => EvidenceDecisions.Supply(ProposedLot, evidence, Certificate(Day("2021-05-01"), Letters));

    private static Decision<WinnerEvidence> Judge(WinnerEvidence evidence, bool accept) =>
        EvidenceDecisions.Judge(TheRound, ProposedLot, evidence, new JudgeEvidence("tax-certificate", accept, "Sett.", ByOfficer, Letters));

    private static Decision<Lot> Decide(WinnerEvidence? evidence, Lot? lot = null, Round? round = null, Instant? at = null) => AwardDecisions.Decide(
        lot ?? ProposedLot, round ?? TheRound, [], new DecideAward(Approve: true, "Enig.", Caller(Decider, Role.AwardDecider), at ?? Letters, evidence));

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
