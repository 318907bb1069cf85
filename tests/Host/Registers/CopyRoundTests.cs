using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Registers;

/// <summary>The year's calendar, and a round copied as the next one's plan.</summary>
public sealed class CopyRoundTests
{
    [Fact]
    public async Task A_round_is_copied_with_its_document_and_dates_on_working_days_and_opens_on_its_own()
    {
        await using var round = await SpringRound.ReadyAsync();
        var copied = await SpringRound.Created(round.Officer.PostAsync("plans/2021-1/copies", new { roundId = "2021-2", needsOpen = "2021-05-13" }));
        var (plan, findings) = (copied.Json.GetProperty("plan"), copied.Json.GetProperty("findings"));
        Assert.Equal("/api/plans/2021-2", copied.Location);
        Assert.Equal(("2021-05-14", "2021-05-14T16:00:00", "2021-1"), (Text(plan, "needsOpen"), Text(plan, "needsDeadline"), Text(plan, "copiedFrom")));
        Assert.Contains("torsdag 13. mai 2021", findings[0].GetProperty("no").GetString(), StringComparison.Ordinal);

        var changed = await round.Officer.PutAsync("plans/2021-2", SpringRound.Plan("2021-05-28T16:00:00", "2021-05-14"), copied.ETag);
        Assert.Equal((200, "2021-1"), (changed.Code, Text(changed.Json, "copiedFrom")));
        await round.App.AdvanceToAsync(new NodaTime.LocalDateTime(2021, 5, 14, 9, 0));
        var document = await round.Officer.GetAsync("rounds/2021-2/procurement-document");
        Assert.Equal((200, 1), (document.Code, document.Json.GetProperty("version").GetInt32()));
        Assert.Equal("collectingNeeds", await round.PhaseAsync("2021-2"));

        // What the spring round left is there as a draft of its agency, and nothing else is.
        var draft = Assert.Single((await round.Officer.GetAsync("rounds/2021-2/needs")).Json.GetProperty("items").EnumerateArray());
        var need = $"rounds/2021-2/needs/{Text(draft, "needId")}";
        Assert.Equal(("ren", "carried", "2021-1"), (Text(draft, "agencyId"), Text(draft, "state"), Text(draft.GetProperty("carriedFrom"), "roundId")));
        Assert.Equal("need-not-confirmed", (await round.OtherBudgetHolder.PostAsync($"{need}/approval", new { version = 1, priceCeiling = 400_000 })).Problem);
        Assert.Equal(404, (await round.Reporter.PostAsync($"{need}/confirmation")).Code);
        Assert.Equal("reported", Text((await round.OtherReporter.PostAsync($"{need}/confirmation")).Json, "state"));
        Assert.Contains("carried-need-ren-", (await round.OtherReporter.GetAsync("rounds/2021-2/messages")).Text, StringComparison.Ordinal);
        var left = await round.OtherReporter.GetAsync($"rounds/2021-1/needs/{Text(draft.GetProperty("carriedFrom"), "needId")}");
        Assert.Equal(Text(draft, "needId"), Text(left.Json.GetProperty("deferral"), "carriedTo"));
    }

    [Fact]
    public async Task A_copy_into_a_time_of_stricter_law_says_what_its_document_lacks()
    {
        await using var round = await SpringRound.WithLotsAsync();
        var etag = (await round.Officer.GetAsync("rounds/2021-1")).ETag;
        Assert.Equal(200, (await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(90, 10), etag)).Code);
        var copied = await SpringRound.Created(round.Officer.PostAsync("plans/2021-1/copies", new { roundId = "2024-1", needsOpen = "2024-02-01" }));
        Assert.Contains(copied.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("en").GetString()!.Contains("at least 30 %", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeated_request_finds_its_copy_and_another_round_in_its_place_is_told()
    {
        await using var round = await SpringRound.PlannedAsync();
        var body = new { roundId = "2021-2", needsOpen = "2021-08-16" };
        var first = await SpringRound.Created(round.Officer.PostAsync("plans/2021-1/copies", body, key: "k"));
        await round.App.ForgetAnswerAsync(round.Officer.Caller, "k");
        Assert.Equal(first.Text, (await SpringRound.Created(round.Officer.PostAsync("plans/2021-1/copies", body, key: "k"))).Text);
        Assert.Equal("already-exists", (await round.Officer.PostAsync("plans/2021-1/copies", new { roundId = "2021-2", needsOpen = "2021-09-16" })).Problem);
        Assert.Equal("already-exists", (await round.Officer.PostAsync("plans/2021-2/copies", new { roundId = "2021-1", needsOpen = "2021-09-16" })).Problem);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_kept_is_refused_and_nothing_is_planned()
    {
        await using var round = await SpringRound.PlannedAsync();
        Assert.Equal(422, (await round.Officer.PostAsync("plans/2021-1/copies", new { roundId = "2021-2", needsOpen = "2021-04-01" })).Code);
        Assert.Equal(422, (await round.Officer.PostAsync("plans/2021-1/copies", new { roundId = "høst", needsOpen = "2021-09-01" })).Code);
        Assert.Equal(422, (await round.Officer.PostAsync("plans/2021-1/copies", new { roundId = "2021-2", needsOpen = "2021-09-01", purchasingSystemId = "ukjent" })).Code);
        Assert.Equal(400, (await round.Officer.PostAsync("plans/2021-1/copies", new { roundId = "2021-2" })).Code);
        Assert.Equal(404, (await round.Officer.PostAsync("plans/2021-9/copies", new { roundId = "2021-2", needsOpen = "2021-09-01" })).Code);
        Assert.Equal(403, (await round.Reporter.PostAsync("plans/2021-1/copies", new { roundId = "2021-2", needsOpen = "2021-09-01" })).Code);
        Assert.Equal(404, (await round.Officer.GetAsync("plans/2021-2")).Code);
    }

    [Fact]
    public async Task The_year_shows_its_rounds_of_both_systems_by_day_of_opening()
    {
        await using var rounds = await TwoSystems.OpenAsync();
        await SpringRound.Created(rounds.Officer.PostAsync("plans/2021-1/copies", new { roundId = "2021-3", needsOpen = "2021-09-01" }));
        await SpringRound.Created(rounds.Officer.PostAsync("plans/2021-2/copies", new { roundId = "2022-1", needsOpen = "2022-02-01" }));
        Assert.Equal(["2021-1", "2021-2", "2021-3"], await rounds.Officer.IdsAsync("plans?year=2021", "roundId"));
        Assert.Equal(["2022-1"], await rounds.Reporter.IdsAsync("plans?year=2022", "roundId"));
        Assert.Equal(4, (await rounds.Officer.IdsAsync("plans", "roundId")).Count);
        Assert.Empty(await rounds.Officer.IdsAsync("plans?year=2030", "roundId"));
        Assert.Equal("invalid-year", (await rounds.Officer.GetAsync("plans?year=21")).Problem);
        Assert.Equal("invalid-year", (await rounds.Officer.GetAsync("plans?year=-2021")).Problem);
    }

    private static string? Text(System.Text.Json.JsonElement json, string name) => json.GetProperty(name).GetString();
}
