using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.AwardNotices;
using Samkjop.Tests.Domain.Awards;

namespace Samkjop.Tests.Domain.AwardNotices;

/// <summary>When award notices are due, and the record of their publication.</summary>
public sealed class AwardNoticeTests
{
    private static readonly Round PerContract = Given.TheRound with { Settings = RoundSettings.Default with { AwardNotices = AwardNoticeGrouping.PerContract } };

    [Fact]
    public void Grouped_notices_are_due_thirty_days_after_the_quarter_by_default()
    {
        var notice = Assert.Single(AwardNoticeDates.Of(Given.TheRound, [SignedLot("lot-1", new(2021, 5, 26)), SignedLot("lot-2", new(2021, 6, 30))]));

        // 30 July 2021 is a Friday.
        Assert.Equal(("2021-q2", new LocalDate(2021, 7, 30)), (notice.Key, notice.Due));
        Assert.Equal(["lot-1", "lot-2"], notice.LotIds);
        Assert.Contains("2014/24/EU art. 50", notice.Explanation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2021, 1, 1, "2021-q1", 2021, 4, 30)]
    [InlineData(2021, 3, 31, "2021-q1", 2021, 4, 30)]
    [InlineData(2021, 4, 1, "2021-q2", 2021, 7, 30)]
    [InlineData(2021, 9, 30, "2021-q3", 2021, 11, 1)]
    [InlineData(2021, 12, 31, "2021-q4", 2022, 1, 31)]
    public void The_quarter_of_the_second_signature_counts_and_a_weekend_rolls(int y, int m, int d, string key, int dueYear, int dueMonth, int dueDay)
    {
        var notice = Assert.Single(AwardNoticeDates.Of(Given.TheRound, [SignedLot("lot-1", new(y, m, d))]));

        Assert.Equal((key, new LocalDate(dueYear, dueMonth, dueDay)), (notice.Key, notice.Due));
    }

    [Fact]
    public void Where_each_contract_has_its_own_it_is_due_thirty_days_after_the_signature()
    {
        var notices = AwardNoticeDates.Of(PerContract, [SignedLot("lot-2", new(2021, 6, 1)), SignedLot("lot-1", new(2021, 5, 26))]);

        // 25 June 2021 is a Friday, 1 July a Thursday.
        Assert.Equal([("lot-1", new LocalDate(2021, 6, 25)), ("lot-2", new LocalDate(2021, 7, 1))], notices.Select(notice => (notice.Key, notice.Due)));
    }

    [Fact]
    public void A_contract_that_one_party_has_signed_owes_no_notice() =>
        Assert.Empty(AwardNoticeDates.Of(Given.TheRound, [SignedLot("lot-1", new(2021, 5, 26)) with { Signatures = [new(ContractParty.Buyer, "m", default)] }]));

    [Fact]
    public void An_officer_records_the_publication_of_what_is_signed_by_then_and_what_is_signed_later_needs_another()
    {
        var first = SignedLot("lot-1", new(2021, 5, 26));
        var round = Given.TheRound.After(r => AwardNoticeDecisions.Record(r, [first], Publish(new(2021, 6, 2))));
        Assert.Empty(AwardNoticeDates.Of(round, [first])[0].Outstanding);
        Assert.Same(round, AwardNoticeDecisions.Record(round, [first], Publish(new(2021, 6, 2))).Accepted().State);
        Assert.Equal("award-notice-published", AwardNoticeDecisions.Record(round, [first], Publish(new(2021, 6, 3))).RefusalCode());

        var later = SignedLot("lot-2", new(2021, 6, 10));
        Assert.Equal(["lot-2"], AwardNoticeDates.Of(round, [first, later])[0].Outstanding);
        var both = round.After(r => AwardNoticeDecisions.Record(r, [first, later], Publish(new(2021, 6, 30), "2021-777")));
        Assert.Equal([["lot-1"], ["lot-2"]], both.PublishedNotices.Select(notice => notice.LotIds.ToArray()));
    }

    [Fact]
    public void A_publication_lies_between_signature_and_today_and_has_a_reference()
    {
        var lot = SignedLot("lot-1", new(2021, 5, 26));

        Assert.Equal("invalid-award-notice", Record(Publish(new(2021, 5, 25))));
        Assert.Equal("invalid-award-notice", Record(Publish(new(2021, 7, 2))));
        Assert.Equal("invalid-award-notice", Record(Publish(new(2021, 6, 2), " ")));
        Assert.Equal("award-notice-not-found", Record(Publish(new(2021, 6, 2)) with { Key = "2021-q3" }));
        Assert.Equal("not-named-for-round", Record(Publish(new(2021, 6, 2)) with { By = Given.Caller("other", Role.ProcurementOfficer) }));

        string Record(RecordAwardNotice command) => AwardNoticeDecisions.Record(Given.TheRound, [lot], command).RefusalCode();
    }

    [Theory]
    [InlineData(22, 0)]
    [InlineData(23, 1)]
    [InlineData(30, 1)]
    public void The_officers_are_reminded_a_week_before(int julyDay, int reminders)
    {
        var notices = AwardNoticeDates.Of(Given.TheRound, [SignedLot("lot-1", new(2021, 5, 26))]);

        Assert.Equal(reminders, AwardNoticeMessages.DueOn(notices, new LocalDate(2021, 7, julyDay)).Count());
    }

    [Fact]
    public void Nobody_is_reminded_of_what_is_published()
    {
        var lot = SignedLot("lot-1", new(2021, 5, 26));
        var round = Given.TheRound.After(r => AwardNoticeDecisions.Record(r, [lot], Publish(new(2021, 6, 2))));

        Assert.Empty(AwardNoticeMessages.DueOn(AwardNoticeDates.Of(round, [lot]), new LocalDate(2021, 7, 28)));
    }

    private static RecordAwardNotice Publish(LocalDate on, string reference = "2021-123456") =>
        new("2021-q2", on, reference, Given.Caller(Given.Officer, Role.ProcurementOfficer), Instant.FromUtc(2021, 7, 1, 10, 0));

    private static Lot SignedLot(string lotId, LocalDate on)
    {
        var at = Samkjop.Calendar.OsloTime.StartOfDay(on) + Duration.FromHours(9);
        return Given.LotInStandstill with
        {
            LotId = lotId,
            Signatures = [new ContractSignature(ContractParty.Buyer, Given.Manager, at - Duration.FromDays(3)), new ContractSignature(ContractParty.Supplier, "kari", at)],
        };
    }
}
