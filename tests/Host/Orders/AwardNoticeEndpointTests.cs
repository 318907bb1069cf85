using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Orders;

/// <summary>Award notices as the officers see them: both contracts are signed on 12 May 2021, so that the quarter's notice is due on 30 July.</summary>
public sealed class AwardNoticeEndpointTests
{
    private const string Notices = $"rounds/{Id}/award-notices";

    [Fact]
    public async Task The_officers_see_are_reminded_of_and_record_the_award_notice_of_the_quarter()
    {
        await using var round = await StartWithOrdersAsync();
        var due = (await round.Officer.GetAsync("purchasing-systems/dps-3500/award-notices")).Json.GetProperty("items");
        Assert.Equal(1, due.GetArrayLength());
        Assert.Equal(("2021-q2", "2021-07-30", 2), (due[0].GetProperty("key").GetString(), due[0].GetProperty("due").GetString(), due[0].GetProperty("outstanding").GetArrayLength()));
        Assert.Equal(due.GetRawText(), (await round.Auditor.GetAsync(Notices)).Json.GetProperty("items").GetRawText());
        Assert.Contains("DTSTART;VALUE=DATE:20210730", (await round.Officer.GetAsync($"rounds/{Id}/calendar.ics")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("20210730", (await round.Supplier("beta").GetAsync($"rounds/{Id}/calendar.ics")).Text, StringComparison.Ordinal);

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 7, 23, 8, 0));
        Assert.Null(await ReminderAsync(round));
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 7, 23, 9, 0));
        Assert.NotNull(await ReminderAsync(round));

        var publication = new { publishedOn = "2021-07-22", reference = "Doffin 2021-361122" };
        Assert.Equal("not-named-for-round", (await round.App.As("other", Role.ProcurementOfficer).PostAsync($"{Notices}/2021-q2/publication", publication)).Problem);
        Assert.Equal("award-notice-not-found", (await round.Officer.PostAsync($"{Notices}/2021-q3/publication", publication)).Problem);
        var recorded = await round.Officer.PostAsync($"{Notices}/2021-q2/publication", publication);
        Assert.Equal((200, 0), (recorded.Code, recorded.Json.GetProperty("outstanding").GetArrayLength()));
        Assert.Equal("award-notice-published", (await round.Officer.PostAsync($"{Notices}/2021-q2/publication", publication with { reference = "another" })).Problem);
        Assert.Contains("Doffin 2021-361122", (await round.Auditor.GetAsync($"rounds/{Id}/protocol")).Text, StringComparison.Ordinal);
    }

    private static async Task<OutboundMessage?> ReminderAsync(AwardingRound round) =>
        (await round.App.Store.FindAsync<OutboundMessage>(Id, $"award-notice-2021-q2-2021-{new LocalDate(2021, 7, 30).DayOfYear}"))?.Document;
}
