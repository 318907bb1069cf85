using NodaTime;
using Samkjop.People;

namespace Samkjop.Tests.Host.Registers;

/// <summary>Names stand in one register and can be erased; what was done under them stands.</summary>
public sealed class NameRegisterTests
{
    [Fact]
    public async Task A_name_is_entered_corrected_and_erased_and_its_log_never_holds_it()
    {
        await using var app = await TestApp.StartAsync(new LocalDateTime(2021, 3, 1, 8, 0));
        var (administrator, officer) = (app.As("ida", Role.Administrator), app.As("anne", Role.ProcurementOfficer));
        Assert.Equal(201, (await administrator.PutAsync("people/kari@bertel", new { name = "Kari Nordmann", mail = "kari@bertel.no" })).Code);
        var read = await officer.GetAsync("people/kari@bertel");
        Assert.Equal("Kari Nordmann", read.Json.GetProperty("name").GetString());
        Assert.Equal(200, (await administrator.PutAsync("people/kari@bertel", new { name = "Kari Hansen" }, read.ETag)).Code);
        Assert.Equal(403, (await officer.PostAsync("people/kari@bertel/erasure", new { reason = "Bedt om det." })).Code);

        var erased = await administrator.PostAsync("people/kari@bertel/erasure", new { reason = "Bedt om det etter personvernforordningen artikkel 17." });
        var again = await administrator.PostAsync("people/kari@bertel/erasure", new { reason = "Bedt om det." });
        var back = await administrator.PutAsync("people/kari@bertel", new { name = "Kari Hansen" }, again.ETag);

        Assert.Equal((200, 200, "name-erased"), (erased.Code, again.Code, back.Problem));
        var after = await officer.GetAsync("people/kari@bertel");
        Assert.Equal("slettet navn / name erased", after.Json.GetProperty("name").GetString());
        Assert.DoesNotContain("Hansen", (await administrator.GetAsync("people")).Text, StringComparison.Ordinal);
        var log = (await app.As("rev", Role.Auditor).GetAsync($"registers/person/{after.Json.GetProperty("key").GetString()}/audit")).Text;
        Assert.DoesNotContain("Nordmann", log, StringComparison.Ordinal);
        Assert.Equal(["PersonEntered", "PersonEntered", "PersonErased"], System.Text.Json.JsonDocument.Parse(log).RootElement.GetProperty("items").EnumerateArray()
            .Select(line => line.GetProperty("event").GetProperty("event").GetString()));
    }
}
