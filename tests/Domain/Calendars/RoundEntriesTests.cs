using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendars;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Calendars;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Calendars;

/// <summary>What of a round stands in whose calendar.</summary>
public sealed class RoundEntriesTests
{
    private static readonly InformationMeeting Teams = new(
        new LocalDateTime(2021, 4, 15, 9, 0), new LocalDateTime(2021, 4, 15, 10, 0), "Teams", "https://teams.microsoft.com/l/meetup-join/1");

    private static readonly Round Invited = ReadyRound with
    {
        Invitation = new Invitation(AfterTheLock, "andre", new BidWindow(AfterTheLock, Oslo(2021, 5, 21, 12, 0)), AfterTheLock, ["bilco", "volt"], 1, "hash"),
    };

    [Fact]
    public void The_meeting_is_in_the_calendar_of_the_municipality_before_the_round_opens()
    {
        var meeting = Entries(Plan with { Meeting = Teams }, null)["meeting"];
        Assert.Equal(CalendarTime.Between(Oslo(2021, 4, 15, 9, 0), Oslo(2021, 4, 15, 10, 0)), meeting.Time);
        Assert.Equal(("Teams", Teams.Link, true), (meeting.Location, meeting.Link, meeting.IsBusy));
        Assert.Equal(["municipality"], meeting.Audience);
    }

    [Fact]
    public void A_soft_deadline_says_helst_and_a_hard_one_does_not()
    {
        Assert.Contains("helst", Entries(Plan, null)["needs-deadline"].Summary.No, StringComparison.Ordinal);
        Assert.DoesNotContain("helst", Entries(null, HardDeadlineRound)["needs-deadline"].Summary.No, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supplier_sees_until_when_it_may_ask_and_bid_once_invited_and_no_deadline_of_needs()
    {
        Assert.Equal(["questions-close", "bids-close"], Seen(Entries(Plan with { Meeting = Teams }, Invited), "bilco"));
        Assert.Empty(Seen(Entries(Plan with { Meeting = Teams }, Invited), "utenfor"));
        Assert.Empty(Seen(Entries(Plan with { Meeting = Teams }, ReadyRound), "bilco"));
    }

    [Fact]
    public void Deliveries_stand_with_their_agency_and_supplier_only_one_entry_a_day()
    {
        Order[] orders = [OrderOf("lot-1", 3), OrderOf("lot-2", 2), OrderOf("lot-3", 9) with { State = OrderState.Cancelled }];
        var delivery = RoundEntries.Of(null, Invited, [], orders).Single(e => e.Key.StartsWith("delivery-", StringComparison.Ordinal));
        Assert.Contains("5 vehicles", delivery.Summary.En, StringComparison.Ordinal);
        Assert.True(delivery.IsFor(CalendarAudience.TagsOf(new Caller("x", [Role.SupplierUser], SupplierId: "bilco"))));
        Assert.False(delivery.IsFor(CalendarAudience.TagsOf(new Caller("x", [Role.SupplierUser], SupplierId: "volt"))));
        Assert.True(delivery.IsFor(CalendarAudience.TagsOf(Reporter)));
        Assert.False(delivery.IsFor(CalendarAudience.TagsOf(OtherAgency)));
        Assert.True(delivery.IsFor(CalendarAudience.TagsOf(Officer)));
    }

    [Fact]
    public void A_later_day_that_was_accepted_moves_the_delivery_and_an_overdue_order_shows_when_it_is_escalated()
    {
        var moved = OrderOf("lot-1", 3) with
        {
            Rulings = [new OrderRuling("r", OrderRulingKind.DateAccepted, "Uvær.", "manager", AfterTheLock) { Date = new LocalDate(2021, 9, 20) }],
        };
        Assert.Equal(["delivery-bym-bilco-2021-09-20"], KeysOf(moved));

        var overdue = moved with { Reminders = [new OrderReminder(1, AfterTheLock)] };
        Assert.Equal(["delivery-bym-bilco-2021-09-20", "escalation-cap-order-lot-1-bym", "escalation-overdue-order-lot-1-bym"], KeysOf(overdue));
        var escalation = RoundEntries.Of(null, Invited, [], [overdue]).Single(e => e.Key.StartsWith("escalation-overdue", StringComparison.Ordinal));
        Assert.Equal((CalendarTime.On(new LocalDate(2021, 10, 4)), CalendarAudience.Running), (escalation.Time, Assert.Single(escalation.Audience)));
        Assert.Single(KeysOf(overdue with { DeliveredQuantity = 3 }));

        static IEnumerable<string> KeysOf(Order order) => RoundEntries.Of(null, Invited, [], [order]).Select(e => e.Key)
            .Where(key => key.StartsWith("delivery", StringComparison.Ordinal) || key.StartsWith("escalation", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_supplier_with_a_staff_role_in_its_token_sees_no_more() =>
        Assert.Equal(["supplier:bilco"], CalendarAudience.TagsOf(new Caller("x", [Role.ProcurementOfficer, Role.SupplierUser], "bym", "bilco")));

    [Fact]
    public void A_feed_opens_with_its_secret_only_and_until_it_expires()
    {
        var feed = CalendarFeed.For(Reporter, "2021-1", "feed-1", "hemmelig", BeforePlanning);
        Assert.True(feed.Opens("hemmelig", BeforePlanning));
        Assert.False(feed.Opens("Hemmelig", BeforePlanning));
        Assert.False(feed.Opens("", BeforePlanning));
        Assert.False(feed.Opens("hemmelig", BeforePlanning + CalendarFeed.Lifetime));
        Assert.DoesNotContain("hemmelig", Samkjop.Serialization.CanonicalJson.Sha256(feed) + feed, StringComparison.Ordinal);
    }

    private static Dictionary<string, CalendarEntry> Entries(PlannedRound? plan, Round? round) =>
        RoundEntries.Of(plan, round, [], []).ToDictionary(e => e.Key, StringComparer.Ordinal);

    private static IEnumerable<string> Seen(Dictionary<string, CalendarEntry> entries, string supplierId) =>
        entries.Values.Where(e => e.IsFor(ImmutableHashSet.Create(CalendarAudience.Supplier(supplierId)))).Select(e => e.Key);

    private static Order OrderOf(string lotId, int quantity) => new()
    {
        RoundId = "2021-1", OrderId = $"order-{lotId}-bym", LotId = lotId, AgencyId = "bym", SupplierId = "bilco", Model = "m", Quantity = quantity,
        UnitPrice = 1, PlacedAt = AfterTheLock, DeliverBy = new LocalDate(2021, 9, 1), State = OrderState.Placed,
    };
}
