using Samkjop.Audit;
using Samkjop.State;

namespace Samkjop.Tests.Host.Needs;

public sealed class NeedEndpointTests
{
    [Fact]
    public async Task A_need_is_reported_edited_approved_and_withdrawn()
    {
        await using var round = await SpringRound.OpenAsync();

        var reported = await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need(), key: "first"));
        var again = await round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need(), key: "first");
        var path = reported.Location!["/api/".Length..];
        Assert.Equal(reported.Location, again.Location);
        Assert.Equal("idempotency-key-reused", (await round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need(4), key: "first")).Problem);
        Assert.Equal("reported", reported.Json.GetProperty("state").GetString());

        Assert.Equal(428, (await round.Reporter.PutAsync(path, SpringRound.Need(4))).Code);
        var edited = await round.Reporter.PutAsync(path, SpringRound.Need(4), reported.ETag);
        Assert.Equal(2, edited.Json.GetProperty("version").GetInt32());
        Assert.Equal(412, (await round.Reporter.PutAsync(path, SpringRound.Need(5), reported.ETag)).Code);

        Assert.Equal("need-changed", (await round.BudgetHolder.PostAsync($"{path}/approval", new { version = 1, priceCeiling = 400_000 })).Problem);
        Assert.Equal("invalid-price-ceiling", (await round.BudgetHolder.PostAsync($"{path}/approval", new { version = 2, priceCeiling = 0 })).Problem);
        Assert.Equal("same-person", (await round.App.As("kari", "budget-holder", agency: "bym").PostAsync($"{path}/approval", new { version = 2, priceCeiling = 1 })).Problem);
        var approved = await round.BudgetHolder.PostAsync($"{path}/approval", new { version = 2, priceCeiling = 400_000 });
        Assert.Equal("approved", approved.Json.GetProperty("state").GetString());

        var withdrawn = await round.Reporter.DeleteAsync(path, approved.ETag);
        Assert.Equal("withdrawn", withdrawn.Json.GetProperty("state").GetString());
        Assert.Equal("need-withdrawn", (await round.BudgetHolder.PostAsync($"{path}/approval", new { version = 2, priceCeiling = 400_000 })).Problem);
    }

    [Fact]
    public async Task An_agency_sees_and_changes_only_its_own_and_attempts_are_recorded()
    {
        await using var round = await SpringRound.OpenAsync();
        var mine = await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()));
        await SpringRound.Created(round.OtherReporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()));
        var path = mine.Location!["/api/".Length..];

        Assert.Equal(404, (await round.OtherReporter.GetAsync(path)).Code);
        Assert.Equal(404, (await round.OtherReporter.PutAsync(path, SpringRound.Need(1), mine.ETag)).Code);
        Assert.Equal(404, (await round.OtherReporter.DeleteAsync(path, mine.ETag)).Code);
        Assert.Equal(404, (await round.OtherBudgetHolder.PostAsync($"{path}/approval", new { version = 1, priceCeiling = 1 })).Code);
        Assert.Equal(403, (await round.Supplier("bilco").GetAsync(path)).Code);

        Assert.Single((await round.Reporter.GetAsync("rounds/2021-1/needs")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(2, (await round.Auditor.GetAsync("rounds/2021-1/needs")).Json.GetProperty("items").GetArrayLength());
        // What the platform writes of its own meanwhile does not make the reporter's version stale.
        await round.App.SettleAsync();
        Assert.Equal(200, (await round.Reporter.PutAsync(path, SpringRound.Need(2), mine.ETag)).Code);

        var log = await round.App.Service<AuditLog>().ListAsync("2021-1", 100, null, TestContext.Current.CancellationToken);
        var needId = mine.Json.GetProperty("needId").GetString()!;
        Assert.Equal(
            ["ApproveNeed", "EditNeed", "GetNeed", "WithdrawNeed"],
            log.Items.Select(i => i.Document.Event).OfType<AttemptRefused>().Where(a => a.Subject == needId).Select(a => a.Function).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Wrong_needs_are_refused_with_what_to_do()
    {
        await using var round = await SpringRound.OpenAsync();

        async Task Refused(object need, string field)
        {
            var answer = await round.Reporter.PostAsync("rounds/2021-1/needs", need);
            Assert.Equal((422, "invalid-need"), (answer.Code, answer.Problem));
            Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Text);
        }

        await Refused(SpringRound.Need(0), "quantity");
        await Refused(SpringRound.Need(vehicleClass: "heavyTruck"), "vehicleClass");
        await Refused(SpringRound.Need(range: -1), "requirements");
        await Refused(SpringRound.Need(note: "Helst en Tesla"), "note");
        Assert.Equal("malformed-json", (await round.Reporter.PostAsync("rounds/2021-1/needs", new { quantity = 1 })).Problem);
        Assert.Equal("malformed-json", (await round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need(vehicleClass: "spaceship"))).Problem);
        Assert.Equal(404, (await round.Reporter.PostAsync("rounds/2099-1/needs", SpringRound.Need())).Code);
        Assert.Equal("unknown-agency", (await round.App.As("x", "need-reporter", agency: "xyz").PostAsync("rounds/2021-1/needs", SpringRound.Need())).Problem);
        Assert.Equal(403, (await round.BudgetHolder.PostAsync("rounds/2021-1/needs", SpringRound.Need())).Code);
        Assert.Empty((await round.Auditor.GetAsync("rounds/2021-1/needs")).Json.GetProperty("items").EnumerateArray());
    }
}
