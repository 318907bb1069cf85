using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Openings;

public sealed class RoundPeopleEndpointTests
{
    private const string People = "rounds/2021-1/people";
    private const string Declarations = "rounds/2021-1/impartiality-declarations";

    [Fact]
    public async Task An_officer_sets_a_deputy_that_opens_in_its_days_and_others_are_refused_on_record()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        var read = await round.Officer.GetAsync(People);
        var people = JsonNode.Parse(read.Text)!["people"]!;
        people["deputies"] = new JsonArray(new JsonObject
        {
            ["subject"] = "vikar",
            ["for"] = "opener-2",
            ["role"] = Role.Opener,
            ["from"] = "2021-05-21",
            ["until"] = "2021-05-21",
        });
        var body = new { people, reason = "Ferie." };

        Assert.Equal(428, (await round.Officer.PutAsync(People, body)).Code);
        Assert.Equal((403, "role-required"), Told(await round.App.As("opener-1", Role.Opener).PutAsync(People, body, read.ETag)));
        Assert.Equal((403, "not-named-for-round"), Told(await round.App.As("tonje", Role.ProcurementOfficer).PutAsync(People, body, read.ETag)));
        Assert.Equal((403, "administrator-replaces-officers-only"), Told(await round.App.As("admin", Role.Administrator).PutAsync(People, body, (await round.Officer.GetAsync(People)).ETag)));
        var changed = await round.Officer.PutAsync(People, body, (await round.Officer.GetAsync(People)).ETag);
        Assert.True(changed.Code == 200, changed.Text);

        Assert.Equal("Ferie.", Reasons(await round.Auditor.GetAsync(People)).Single().GetProperty("reason").GetString());
        Assert.False((await round.App.As("opener-1", Role.Opener).GetAsync(People)).Json.TryGetProperty("changes", out var hidden) && hidden.ValueKind is not JsonValueKind.Null);
        Assert.Equal(403, (await round.Bertel.GetAsync(People)).Code);

        await round.CloseAsync();
        Assert.Equal(200, (await round.ApproveAsync("vikar")).Code);
        Assert.Equal((409, "opening-place-taken"), Told(await round.ApproveAsync("opener-2")));
        Assert.True((await round.ApproveAsync("opener-1")).Json.GetProperty("complete").GetBoolean());

        var audit = await round.AuditAsync();
        Assert.Contains(audit, e => e is { By.Id: "tonje", Event: AttemptRefused { Code: "not-named-for-round" } });
        Assert.Contains(audit, e => e is { By.Id: "admin", Event: AttemptRefused { Code: "administrator-replaces-officers-only" } });
        Assert.Contains(audit, e => e is { By.Id: "officer", Event: RoundPeopleChanged { Deputies: [{ Subject: "vikar" }] } });
        Assert.DoesNotContain("Ferie.", (await round.Auditor.GetAsync("rounds/2021-1/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_of_a_conflict_of_interest_is_read_by_officers_and_auditors_only()
    {
        await using var round = await SealedRound.StartAsync();
        var opener = round.App.As("opener-1", Role.Opener);

        Assert.Equal((422, "invalid-declaration"), Told(await opener.PostAsync(Declarations, new { impartial = false })));
        Assert.Equal(200, (await opener.PostAsync(Declarations, new { impartial = false, reason = "Svogeren min gir tilbud." })).Code);

        foreach (var reader in new[] { round.Officer, round.Auditor })
        {
            Assert.Contains("Svogeren min", (await reader.GetAsync(Declarations)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Svogeren min", (await reader.GetAsync("rounds/2021-1/audit")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Svogeren min", (await reader.GetAsync("rounds/2021-1")).Text, StringComparison.Ordinal);
        }

        Assert.Equal((403, "role-required"), Told(await opener.GetAsync(Declarations)));
        Assert.Equal((403, "not-named-for-round"), Told(await round.App.As("tonje", Role.ProcurementOfficer).GetAsync(Declarations)));
        await round.CloseAsync();
        Assert.Equal((403, "conflict-of-interest"), Told(await round.ApproveAsync("opener-1")));
        Assert.Contains(await round.AuditAsync(), e => e is { By.Id: "opener-1", Event: AttemptRefused { Function: "AgreeToOpen", Code: "conflict-of-interest" } });
    }

    private static JsonElement.ArrayEnumerator Reasons(Answer answer) => answer.Json.GetProperty("changes").EnumerateArray();

    private static (int Code, string? Problem) Told(Answer answer) => (answer.Code, answer.Problem);
}
