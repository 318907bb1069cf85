namespace Samkjop.Tests.Host.Registers;

public sealed class PlanEndpointTests
{
    [Fact]
    public async Task A_plan_shows_its_defaults_and_is_changed_until_it_is_opened()
    {
        await using var round = await SpringRound.PlannedAsync();
        var plan = await round.Auditor.GetAsync("plans/2021-1");

        Assert.Equal("12:00:00", plan.Json.GetProperty("settings").GetProperty("closingTime").GetString());
        Assert.True(plan.Json.GetProperty("settings").GetProperty("twoPersonOpening").GetBoolean());
        Assert.Equal("2021-05-03T12:00:00", plan.Json.GetProperty("lotsLock").GetString());
        Assert.Equal("2021-04-30T14:00:00Z", plan.Json.GetProperty("needs").GetProperty("deadline").GetProperty("at").GetString());
        Assert.Equal("fredag 30. april 2021 kl. 16.00 (norsk tid)", plan.Json.GetProperty("needs").GetProperty("deadline").GetProperty("local").GetProperty("no").GetString());

        var changed = await round.Officer.PutAsync("plans/2021-1", SpringRound.Plan("2021-04-30T15:00:00"), plan.ETag);
        Assert.Equal(200, changed.Code);
        Assert.Equal(412, (await round.Officer.PutAsync("plans/2021-1", SpringRound.Plan("2021-04-30T14:00:00"), plan.ETag)).Code);

        await round.App.AdvanceToAsync(SpringRound.NeedsAreTaken);
        var opened = await round.Officer.GetAsync("plans/2021-1");
        Assert.Equal("2021-04-28T22:00:00Z", opened.Json.GetProperty("openedAt").GetString());
        Assert.Equal("plan-opened", (await round.Officer.PutAsync("plans/2021-1", SpringRound.Plan(), opened.ETag)).Problem);
        Assert.Single((await round.Officer.GetAsync("plans")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_plan_that_cannot_be_kept_is_refused()
    {
        await using var round = await SpringRound.PlannedAsync();

        async Task Refused(object plan, string field, string id = "2021-2")
        {
            var answer = await round.Officer.PutAsync($"plans/{id}", plan);
            Assert.Equal((422, "invalid-plan"), (answer.Code, answer.Problem));
            Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Text);
        }

        await Refused(SpringRound.Plan(needsOpen: "2021-04-27"), "needsOpen");
        await Refused(SpringRound.Plan(needsOpen: "2022-03-01", needsDeadline: "2022-03-27T02:30:00"), "needsDeadline");
        await Refused(SpringRound.Plan(needsDeadline: "2021-04-01T12:00:00"), "needsDeadline");
        await Refused(SpringRound.Plan(system: "unknown"), "purchasingSystemId");
        await Refused(SpringRound.Plan(), "roundId", id: "spring");
        Assert.Equal(403, (await round.Reporter.PutAsync("plans/2021-2", SpringRound.Plan())).Code);
        Assert.Equal(404, (await round.Officer.GetAsync("plans/2021-2")).Code);
    }
}
