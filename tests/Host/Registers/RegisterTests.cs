using Samkjop.People;

namespace Samkjop.Tests.Host.Registers;

public sealed class RegisterTests
{
    [Fact]
    public async Task An_entry_is_created_repeated_and_changed_with_its_ETag()
    {
        await using var app = await TestApp.StartAsync(SpringRound.Planning);
        var administrator = app.As("admin", Role.Administrator);

        var created = await administrator.PutAsync("agencies/bym", new { name = "Bymiljøetaten" });
        var repeated = await administrator.PutAsync("agencies/bym", new { name = "Bymiljøetaten" });
        var blind = await administrator.PutAsync("agencies/bym", new { name = "Bymiljøetaten i Oslo" });
        var changed = await administrator.PutAsync("agencies/bym", new { name = "Bymiljøetaten i Oslo" }, created.ETag);
        var stale = await administrator.PutAsync("agencies/bym", new { name = "BYM" }, created.ETag);

        Assert.Equal((201, "/api/agencies/bym"), (created.Code, created.Location));
        Assert.Equal((200, created.ETag), (repeated.Code, repeated.ETag));
        Assert.Equal((428, "if-match-required"), (blind.Code, blind.Problem));
        Assert.Equal(200, changed.Code);
        Assert.Equal((412, "stale-etag"), (stale.Code, stale.Problem));
        Assert.Equal("Bymiljøetaten i Oslo", (await administrator.GetAsync("agencies/bym")).Json.GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_what_to_do_and_changes_nothing()
    {
        await using var app = await TestApp.StartAsync(SpringRound.Planning);
        var administrator = app.As("admin", Role.Administrator);

        Assert.Equal(403, (await app.As("kari", Role.NeedReporter, agency: "bym").PutAsync("agencies/bym", new { name = "x" })).Code);
        Assert.Equal("malformed-json", (await administrator.PutAsync("agencies/bym", new { name = "x", nmae = "y" })).Problem);
        Assert.Equal("malformed-json", (await administrator.PutAsync("agencies/bym", new { })).Problem);
        Assert.Equal("invalid-agency", (await administrator.PutAsync("agencies/BYM", new { name = "x" })).Problem);
        Assert.Equal("invalid-supplier", (await administrator.PutAsync("suppliers/bilco", new { name = "Bilco", organisationNumber = "974760674" })).Problem);
        Assert.Equal(412, (await administrator.PutAsync("agencies/bym", new { name = "x" }, ifMatch: "1")).Code);
        Assert.Equal(404, (await administrator.GetAsync("agencies/bym")).Code);
        Assert.Empty((await administrator.GetAsync("suppliers")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Lists_are_paged()
    {
        await using var app = await TestApp.StartAsync(SpringRound.Planning);
        var administrator = app.As("admin", Role.Administrator);
        foreach (var id in new[] { "bym", "ren", "uke" })
        {
            await SpringRound.Created(administrator.PutAsync($"agencies/{id}", new { name = id }));
        }

        var first = (await administrator.GetAsync("agencies?pageSize=2")).Json;
        var second = (await administrator.GetAsync($"agencies?pageSize=2&continuation={Uri.EscapeDataString(first.GetProperty("continuation").GetString()!)}")).Json;

        Assert.Equal(["bym", "ren", "uke"], new[] { first, second }.SelectMany(p => p.GetProperty("items").EnumerateArray()).Select(a => a.GetProperty("agencyId").GetString()));
        Assert.False(second.TryGetProperty("continuation", out _));
        Assert.Equal("invalid-page-size", (await administrator.GetAsync("agencies?pageSize=0")).Problem);
    }

    [Fact]
    public async Task A_supplier_is_admitted_and_reads_only_itself()
    {
        await using var round = await SpringRound.PlannedAsync();

        var again = await round.Qualification.PutAsync("suppliers/bilco/admissions/dps-3500", new { });
        Assert.Single(again.Json.GetProperty("admissions").EnumerateArray());
        Assert.Equal(404, (await round.Qualification.PutAsync("suppliers/bilco/admissions/unknown", new { })).Code);
        Assert.Equal(404, (await round.Qualification.PutAsync("suppliers/unknown/admissions/dps-3500", new { })).Code);
        Assert.Equal("invalid-admission", (await round.Qualification.PutAsync("suppliers/utenfor/admissions/dps-3500", new { from = "2021-01-01T00:00:00Z" })).Problem);
        Assert.Equal(403, (await round.Officer.PutAsync("suppliers/utenfor/admissions/dps-3500", new { })).Code);

        var ended = await round.Qualification.DeleteAsync("suppliers/bilco/admissions/dps-3500");
        Assert.True(ended.Json.GetProperty("admissions")[0].TryGetProperty("until", out _));
        Assert.Equal(404, (await round.Qualification.DeleteAsync("suppliers/utenfor/admissions/dps-3500")).Code);

        Assert.Equal(200, (await round.Supplier("bilco").GetAsync("suppliers/bilco")).Code);
        Assert.Equal(404, (await round.Supplier("bilco").GetAsync("suppliers/volt")).Code);
        Assert.Equal(403, (await round.Supplier("bilco").GetAsync("suppliers")).Code);
    }
}
