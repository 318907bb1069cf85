using System.Net;
using System.Net.Http.Headers;
using Ical.Net.CalendarComponents;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing.Calendars;
using IcalCalendar = Ical.Net.Calendar;

namespace Samkjop.Tests.Host.Calendars;

/// <summary>The calendar over HTTP, read back with a calendar library as a calendar program would.</summary>
public sealed class CalendarEndpointTests
{
    private const string Ics = "rounds/2021-1/calendar.ics";

    private static readonly object Teams = new { starts = "2021-04-29T09:00:00", ends = "2021-04-29T10:00:00", place = "Teams", link = "https://teams.microsoft.com/l/meetup-join/1" };

    [Fact]
    public async Task The_meeting_is_set_moved_and_called_off_under_one_UID_with_a_rising_sequence()
    {
        await using var round = await SpringRound.PlannedAsync();
        var plan = await round.Officer.GetAsync("plans/2021-1");
        Assert.Equal(428, (await round.Officer.PutAsync("plans/2021-1/meeting", Teams)).Code);
        var set = await round.Officer.PutAsync("plans/2021-1/meeting", Teams, plan.ETag);
        Assert.Equal(200, set.Code);
        var first = Event(await round.Reporter.GetAsync(Ics), "meeting");
        Assert.Equal((0, "CONFIRMED", "Teams", "https://teams.microsoft.com/l/meetup-join/1"), (first.Sequence, first.Status, first.Location, first.Url!.ToString()));
        Assert.Equal("2021-04-29T07:00:00Z 2021-04-29T08:00:00Z", $"{Utc(first.DtStart!)} {Utc(first.DtEnd!)}");
        Assert.Equal("Europe/Oslo", first.DtStart!.TzId);
        Assert.Equal("2021-04-28T08:00:00Z", Utc(first.DtStamp!));

        await round.App.AdvanceToAsync(SpringRound.Planning.PlusMinutes(30));
        var moved = await round.Officer.PutAsync(
            "plans/2021-1/meeting", new { starts = "2021-04-29T13:00:00", ends = "2021-04-29T14:00:00", place = "Rådhuset" }, set.ETag);
        var second = Event(await round.Reporter.GetAsync(Ics), "meeting");
        Assert.Equal((first.Uid, 1, "2021-04-28T08:30:00Z"), (second.Uid, second.Sequence, Utc(second.DtStamp!)));

        await round.App.AdvanceToAsync(SpringRound.NeedsAreTaken);
        var etag = (await round.Officer.GetAsync("plans/2021-1")).ETag;
        Assert.NotEqual(moved.ETag, etag);
        Assert.Equal(200, (await round.Officer.DeleteAsync("plans/2021-1/meeting", etag)).Code);
        var gone = Event(await round.Reporter.GetAsync(Ics), "meeting");
        Assert.Equal((first.Uid, 2, "CANCELLED"), (gone.Uid, gone.Sequence, gone.Status));

        var told = (await round.Reporter.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray()
            .Where(m => m.GetProperty("messageId").GetString()!.StartsWith("meeting-", StringComparison.Ordinal)).Select(m => m.GetProperty("subject").GetProperty("en").GetString()!);
        Assert.Equal(
            ["Information meeting: Electric vehicles, spring 2021", "The information meeting has changed: Electric vehicles, spring 2021", "The information meeting is called off: Electric vehicles, spring 2021"],
            told);
    }

    [Fact]
    public async Task Deadlines_stand_at_the_hour_of_Oslo_in_both_languages()
    {
        await using var round = await SpringRound.OpenAsync();
        var deadline = Event(await round.Reporter.GetAsync(Ics), "needs-deadline");
        Assert.Equal("2021-04-30T14:00:00Z", Utc(deadline.DtStart!));
        Assert.StartsWith("Behov meldes helst innen nå", deadline.Summary, StringComparison.Ordinal);
        Assert.Contains("preferably reported", deadline.Description, StringComparison.Ordinal);
        Assert.Equal("TRANSPARENT", deadline.Transparency);
    }

    [Fact]
    public async Task Lines_are_folded_at_75_octets_without_breaking_a_letter_and_the_zone_is_described()
    {
        await using var round = await SpringRound.OpenAsync();
        var text = (await round.Reporter.GetAsync(Ics)).Text;
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\ufffd', text);
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo", text, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", text, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supplier_sees_until_when_it_may_ask_and_bid_once_it_is_invited_and_nothing_else()
    {
        await using var round = await SpringRound.ReadyAsync();
        Assert.Equal(404, (await round.Supplier("bilco").GetAsync(Ics)).Code);
        var released = await round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" });
        Assert.True(released.Code is 200 or 201, released.Text);
        var seen = IcalCalendar.Load((await round.Supplier("bilco").GetAsync(Ics)).Text)!.Events;
        Assert.Equal(["bids-close.2021-1@samkjop", "questions-close.2021-1@samkjop"], seen.Select(e => e.Uid).Order(StringComparer.Ordinal));
        Assert.Equal("2021-05-18T10:00:00Z", Utc(seen.Single(e => e.Uid!.StartsWith("bids-", StringComparison.Ordinal)).DtStart!));
        Assert.Equal(404, (await round.Supplier("utenfor").GetAsync(Ics)).Code);
    }

    [Fact]
    public async Task A_feed_is_read_without_login_until_it_is_revoked_and_its_secret_is_shown_once()
    {
        await using var round = await SpringRound.OpenAsync();
        var made = await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/calendar-feeds", key: "k"));
        var path = made.Json.GetProperty("path").GetString()!["/api/".Length..];
        var feedId = made.Json.GetProperty("feedId").GetString()!;
        Assert.Equal(200, (await AnonymousAsync(round, path)).Code);
        Assert.Equal(404, (await AnonymousAsync(round, path.Replace("/calendar.ics", "x/calendar.ics", StringComparison.Ordinal))).Code);

        var listed = await round.Reporter.GetAsync("rounds/2021-1/calendar-feeds");
        Assert.Equal(feedId, Assert.Single(listed.Json.GetProperty("items").EnumerateArray()).GetProperty("feedId").GetString());
        Assert.DoesNotContain(path.Split('/')[3], listed.Text, StringComparison.Ordinal);
        Assert.Empty((await round.OtherReporter.GetAsync("rounds/2021-1/calendar-feeds")).Json.GetProperty("items").EnumerateArray());

        var again = await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/calendar-feeds", key: "k"));
        Assert.Equal(feedId, again.Json.GetProperty("feedId").GetString());
        Assert.Equal(404, (await AnonymousAsync(round, path)).Code);
        var renewed = again.Json.GetProperty("path").GetString()!["/api/".Length..];

        Assert.Equal(404, (await round.OtherReporter.DeleteAsync($"rounds/2021-1/calendar-feeds/{feedId}")).Code);
        Assert.Equal(204, (await round.Reporter.DeleteAsync($"rounds/2021-1/calendar-feeds/{feedId}")).Code);
        Assert.Equal(404, (await AnonymousAsync(round, renewed)).Code);
    }

    [Fact]
    public async Task A_feed_shows_what_its_owner_sees_and_no_secret_is_stored()
    {
        await using var round = await SpringRound.ReadyAsync();
        await round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" });
        var made = await SpringRound.Created(round.Supplier("bilco").PostAsync("rounds/2021-1/calendar-feeds"));
        var path = made.Json.GetProperty("path").GetString()!["/api/".Length..];
        Assert.Equal(2, IcalCalendar.Load((await AnonymousAsync(round, path)).Text)!.Events.Count);
        Assert.Equal(404, (await round.Supplier("utenfor").PostAsync("rounds/2021-1/calendar-feeds")).Code);
        var stored = (await round.App.Store.ListAsync<CalendarFeed>("2021-1", new DocumentQuery())).Items.Single().Document;
        Assert.DoesNotContain(path.Split('/')[3], stored.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_revokes_the_feed_of_somebody_who_has_left()
    {
        await using var round = await SpringRound.OpenAsync();
        var made = await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/calendar-feeds"));
        var feed = Assert.Single((await round.Administrator.GetAsync("rounds/2021-1/calendar-feeds")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal("kari", feed.GetProperty("subject").GetString());
        Assert.Equal(204, (await round.Administrator.DeleteAsync($"rounds/2021-1/calendar-feeds/{feed.GetProperty("feedId").GetString()}")).Code);
        Assert.Equal(404, (await AnonymousAsync(round, made.Json.GetProperty("path").GetString()!["/api/".Length..])).Code);
    }

    [Fact]
    public async Task A_person_has_at_most_ten_feeds_of_a_round()
    {
        await using var round = await SpringRound.OpenAsync();
        for (var i = 0; i < CalendarFeed.MaxPerPerson; i++)
        {
            await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/calendar-feeds"));
        }

        Assert.Equal("too-many-feeds", (await round.Reporter.PostAsync("rounds/2021-1/calendar-feeds")).Problem);
    }

    [Fact]
    public async Task Who_has_the_calendar_already_gets_304_until_something_moves()
    {
        await using var round = await SpringRound.PlannedAsync();
        var first = await round.Reporter.GetAsync(Ics);
        var known = await AskAsync(round, Ics, first.ETag!);
        Assert.Equal((HttpStatusCode.NotModified, ""), known);
        var plan = await round.Officer.GetAsync("plans/2021-1");
        await round.Officer.PutAsync("plans/2021-1/meeting", Teams, plan.ETag);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(round, Ics, first.ETag!)).Status);
    }

    [Theory]
    [InlineData("2021-04-29T10:00:00", "2021-04-29T09:00:00", "https://a.no", 422)]
    [InlineData("2021-04-29T09:00:00", "2021-04-29T10:00:00", "http://a.no", 422)]
    [InlineData("2021-04-29T09:00:00", "2021-04-29T10:00:00", "javascript:alert(1)", 422)]
    [InlineData("2021-04-27T09:00:00", "2021-04-27T10:00:00", "https://a.no", 422)]
    [InlineData("2022-03-27T02:30:00", "2022-03-27T04:00:00", "https://a.no", 422)]
    [InlineData("i morgen", "2021-04-29T10:00:00", "https://a.no", 400)]
    public async Task A_meeting_that_cannot_be_held_is_refused(string starts, string ends, string link, int status)
    {
        await using var round = await SpringRound.PlannedAsync();
        var plan = await round.Officer.GetAsync("plans/2021-1");
        Assert.Equal(status, (await round.Officer.PutAsync("plans/2021-1/meeting", new { starts, ends, place = "Teams", link }, plan.ETag)).Code);
        Assert.Equal(plan.ETag, (await round.Officer.GetAsync("plans/2021-1")).ETag);
        Assert.Equal(404, (await round.Officer.GetAsync("rounds/2099-1/calendar.ics")).Code);
        Assert.Equal(403, (await round.Reporter.DeleteAsync("plans/2021-1/meeting", plan.ETag)).Code);
    }

    private static CalendarEvent Event(Answer answer, string key)
    {
        Assert.True(answer.Code == 200, $"{answer.Code}: {answer.Text}");
        return IcalCalendar.Load(answer.Text)!.Events.Single(e => e.Uid == $"{key}.2021-1@samkjop");
    }

    private static string Utc(Ical.Net.DataTypes.CalDateTime time) => time.AsUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<Answer> AnonymousAsync(SpringRound round, string path) => round.App.SendAsync(null, HttpMethod.Get, path, null, null, null);

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(SpringRound round, string path, string etag)
    {
        using var http = new HttpClient { BaseAddress = new Uri(round.App.App.Address, "/api/") };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var caller = new Caller("kari", [Role.NeedReporter], "bym");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", round.App.App.Issuer.Issue(caller, round.App.Now.ToDateTimeOffset(), TimeSpan.FromHours(1)));
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{etag}\""));
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
