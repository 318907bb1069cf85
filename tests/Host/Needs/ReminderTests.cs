using NodaTime;

namespace Samkjop.Tests.Host.Needs;

/// <summary>Needs are wanted by Friday 30 April; reminders go out on Wednesday 21 and Wednesday 28 at eight.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Agencies_without_needs_and_budget_holders_of_unapproved_ones_are_reminded_once_each_time()
    {
        await using var round = await OpenSinceMarchAsync();
        await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()));

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 4, 21, 7, 59));
        Assert.Empty(await MessagesAsync(round, round.Auditor));
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 4, 21, 23, 0));
        Assert.Equal(["approval-reminder-7-bym"], await MessagesAsync(round, round.BudgetHolder));
        Assert.Equal(["needs-reminder-7-ren"], await MessagesAsync(round, round.OtherReporter));

        await round.ApprovedNeedAsync(round.OtherReporter, round.OtherBudgetHolder, SpringRound.Need());
        await round.RestartAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 4, 30, 15, 0));
        Assert.Equal(["approval-reminder-2-bym", "approval-reminder-7-bym"], await MessagesAsync(round, round.BudgetHolder));
        Assert.Equal(["needs-reminder-7-ren"], await MessagesAsync(round, round.OtherReporter));
        var told = (await round.Auditor.GetAsync("rounds/2021-1/audit?pageSize=200")).Text;
        Assert.Equal(2, told.Split("\"AgenciesReminded\"").Length - 1);
    }

    [Fact]
    public async Task A_round_without_approved_needs_tells_every_agency_why_it_closed()
    {
        await using var round = await SpringRound.OpenAsync();
        await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()));
        await round.App.AdvanceToAsync(SpringRound.LotsAreLocked);

        Assert.Equal("closed", await round.PhaseAsync());
        Assert.Contains("round-empty-bym", await MessagesAsync(round, round.Reporter));
        Assert.Equal(["round-empty-ren"], await MessagesAsync(round, round.OtherReporter));
        var body = (await round.OtherReporter.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items")[0].GetProperty("body");
        Assert.Contains("ingenting å kjøpe", body.GetProperty("no").GetString(), StringComparison.Ordinal);
        Assert.Contains("nothing to buy", body.GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    private static async Task<SpringRound> OpenSinceMarchAsync()
    {
        var round = await SpringRound.PlannedAsync(new LocalDateTime(2021, 3, 26, 10, 0));
        var etag = (await round.Officer.GetAsync("plans/2021-1")).ETag;
        Assert.Equal(200, (await round.Officer.PutAsync("plans/2021-1", SpringRound.Plan(needsOpen: "2021-03-29"), etag)).Code);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 3, 29, 9, 0));
        return round;
    }

    private static async Task<string[]> MessagesAsync(SpringRound round, TestCaller caller) =>
        [.. (await caller.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray().Select(message => message.GetProperty("messageId").GetString()!)];
}
