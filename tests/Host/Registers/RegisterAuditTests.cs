using System.Text.Json;
using NodaTime;
using Samkjop.Audit;
using Samkjop.People;

namespace Samkjop.Tests.Host.Registers;

/// <summary>What is kept beside the rounds has audit logs too.</summary>
public sealed class RegisterAuditTests
{
    [Fact]
    public async Task Every_change_of_a_register_is_recorded_with_who_what_and_why_and_what_changes_nothing_is_not()
    {
        await using var app = await TestApp.StartAsync(new LocalDateTime(2021, 3, 1, 8, 0));
        var (administrator, qualifier) = (app.As("ida", Role.Administrator), app.As("quinn", Role.QualificationOfficer));
        var body = new { name = "Alfa AS", organisationNumber = "974760673" };
        Assert.Equal(201, (await administrator.PutAsync("suppliers/alfa", body)).Code);
        Assert.Equal(200, (await administrator.PutAsync("suppliers/alfa", body)).Code);
        Assert.Equal(428, (await administrator.PutAsync("suppliers/alfa", body with { name = "Alfa Bil AS" })).Code);
        var etag = (await administrator.GetAsync("suppliers/alfa")).ETag;
        Assert.Equal(200, (await administrator.PutAsync("suppliers/alfa?reason=Nytt%20navn%20i%20Enhetsregisteret", body with { name = "Alfa Bil AS" }, etag)).Code);
        Assert.Equal(201, (await administrator.PutAsync("purchasing-systems/dps-1", new
        {
            name = new Text("Biler", "Cars"), vehicleClasses = (string[])["smallVan"], zeroEmissionRequired = true,
        })).Code);
        Assert.Equal(200, (await qualifier.PutAsync("suppliers/alfa/admissions/dps-1", new { from = "2021-02-01T00:00:00Z", reason = "Tatt opp i det gamle systemet." })).Code);

        var lines = await LogAsync(app, "supplier/alfa");

        Assert.Equal(
            [("ida", "admissions,name,organisationNumber", null), ("ida", "name", "Nytt navn i Enhetsregisteret"), ("quinn", "admissions", "Tatt opp i det gamle systemet.")],
            lines.Where(line => line.Members.Length > 0).Select(line => (line.By, string.Join(',', line.Members.Where(m => m is "name" or "organisationNumber" or "admissions")), line.Reason)));
        Assert.Equal(3, lines.Count);
        var exported = await app.As("rev", Role.Auditor).GetAsync("registers/supplier/alfa/audit-export");
        Assert.True(AuditVerification.Verify(exported.Text.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<AuditExportLine>(line, Serialization.SamkjopJson.Options)!)).IsWhole);
        Assert.Equal(403, (await qualifier.GetAsync("registers/supplier/alfa/audit")).Code);
    }

    [Fact]
    public async Task A_change_that_somebody_else_was_before_is_recorded_as_not_made()
    {
        await using var app = await TestApp.StartAsync(new LocalDateTime(2021, 3, 1, 8, 0));
        var racing = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => app.As($"admin-{n}", Role.Administrator).PutAsync("agencies/bym", new { name = $"Etat {n}" })));

        var made = racing.Count(answer => answer.Code == 201);
        var events = (await app.As("rev", Role.Auditor).GetAsync("registers/agency/bym/audit")).Json.GetProperty("items").EnumerateArray()
            .CountBy(line => line.GetProperty("event").GetProperty("event").GetString()!).ToDictionary(e => e.Key, e => e.Value);

        Assert.Equal(1, made);
        Assert.Equal(events["RegisterChanged"] - 1, events.GetValueOrDefault("RegisterChangeLapsed"));
    }

    private static async Task<List<(string By, string[] Members, string? Reason)>> LogAsync(TestApp app, string register) =>
    [
        .. (await app.As("rev", Role.Auditor).GetAsync($"registers/{register}/audit")).Json.GetProperty("items").EnumerateArray().Select(line => (
            line.GetProperty("by").GetProperty("id").GetString()!,
            line.GetProperty("event").GetProperty("members").EnumerateArray().Select(m => m.GetString()!).ToArray(),
            line.GetProperty("event").TryGetProperty("reason", out var reason) ? reason.GetString() : null)),
    ];
}
