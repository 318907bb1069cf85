using System.Net.Http.Headers;
using System.Text.Json;
using MiniExcelLibs;
using Samkjop.Audit;
using Microsoft.AspNetCore.Http;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Fleet;
using Samkjop.Functions.Sheets;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing.Fleet;
using Samkjop.Sheets;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Fleet.FleetRound;

namespace Samkjop.Tests.Host.Fleet;

/// <summary>From an imported baseline over deliveries and disposals to the round's effect, over HTTP.</summary>
public sealed class FleetEndpointTests
{
    private const string Effect = $"rounds/{AwardingRound.Id}/fleet-effect";

    [Fact]
    public async Task The_effect_grows_from_planned_to_realised_as_vehicles_come_and_go()
    {
        await using var fleet = await StartAsync();
        await SpringRound.Created(fleet.ImportAsync());

        var before = (await fleet.Round.Officer.GetAsync(Effect)).Json;
        Assert.Equal("24/7 25/4 24/7", Totals(before));
        Assert.Equal((6, 3, 0), Progress(before));

        await fleet.DeliverAsync("bym", "lot-1");
        Assert.Equal("24/7 25/4 24/7", Totals((await fleet.Round.Officer.GetAsync(Effect)).Json));

        Assert.Equal(200, (await fleet.DisposeOfAsync("need-bym-1", 2)).Code);
        var now = (await fleet.Round.Officer.GetAsync(Effect)).Json;
        Assert.Equal("24/7 25/4 24/5", Totals(now));
        Assert.Equal((6, 3, 2), Progress(now));
        Assert.Equal(Math.Round(5m / 24, 6), now.GetProperty("total").GetProperty("realised").GetProperty("fossilShare").GetDecimal());

        await fleet.DeliverAsync("bym", "lot-2");
        await fleet.DeliverAsync("uke", "lot-1");
        await fleet.DisposeOfAsync("need-bym-2");
        Assert.Equal("24/7 25/4 25/4", Totals((await fleet.Round.Officer.GetAsync(Effect)).Json));
    }

    [Fact]
    public async Task A_baseline_is_replaced_with_If_Match_only_read_back_listed_and_removed()
    {
        await using var fleet = await StartAsync();
        var first = await SpringRound.Created(fleet.ImportAsync());
        Assert.Equal(first.ETag, (await fleet.ImportAsync()).ETag);
        Assert.Equal(428, (await fleet.ImportAsync(sheet: "drivstoff;antall;alder\ndiesel;1;1\n")).Code);
        Assert.Equal(412, (await fleet.ImportAsync(sheet: "drivstoff;antall;alder\ndiesel;1;1\n", ifMatch: "gammel")).Code);
        Assert.Equal(28, (await fleet.Round.Officer.GetAsync("agencies/bym/fleet-baselines/2021-02-01")).Json.GetProperty("fleet").GetProperty("vehicles").GetInt32());
        var replaced = await fleet.ImportAsync(sheet: "drivstoff;antall;alder\ndiesel;1;1\n", ifMatch: first.ETag);
        Assert.Equal(200, replaced.Code);
        var listed = await fleet.Round.Auditor.GetAsync("agencies/bym/fleet-baselines");
        Assert.Equal(1, Assert.Single(listed.Json.GetProperty("items").EnumerateArray()).GetProperty("fleet").GetProperty("vehicles").GetInt32());
        Assert.Equal(204, (await fleet.Agency("bym").DeleteAsync("agencies/bym/fleet-baselines/2021-02-01", replaced.ETag)).Code);
        Assert.Equal(404, (await fleet.Agency("bym").GetAsync("agencies/bym/fleet-baselines/2021-02-01")).Code);
    }

    [Fact]
    public async Task A_workbook_is_imported_as_a_CSV_is()
    {
        await using var fleet = await StartAsync();
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { new Dictionary<string, object> { ["drivstoff"] = "diesel", ["antall"] = 7, ["alder"] = 8.5 } });
        var content = new ByteArrayContent(stream.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(SheetBody.Xlsx);
        var imported = await SpringRound.Created(fleet.Agency("bym").PutAsync("agencies/bym/fleet-baselines/2021-02-01", content));
        Assert.Equal(8.5m, imported.Json.GetProperty("lines")[0].GetProperty("ageYears").GetDecimal());
    }

    [Fact]
    public void The_template_has_every_column_and_its_guide_the_words_that_an_import_takes()
    {
        var template = Assert.IsType<FileReply>(GetFleetTemplate.Run(new DefaultHttpContext().Request));
        using var stream = new MemoryStream(template.Content.ToArray());
        Assert.Equal(["Bilpark", "Veiledning"], stream.GetSheetNames());
        Assert.Equal(FleetSheet.Columns.Select(c => (object)c.Name), Rows("Bilpark").Single());
        var words = Rows("Veiledning").Single(row => (string)row[0] == "drivstoff")[1].ToString()!.TrimEnd('.').Split(", ");
        Assert.All(words, word => Assert.Null(FleetSheet.Read(new SheetTable(["drivstoff", "antall", "alder"], [new SheetRow(2, [word, "1", "1"])])).Refusal));

        List<List<object>> Rows(string sheet) => [.. stream.Query(sheetName: sheet).Select(row => ((IDictionary<string, object>)row).Values.ToList())];
    }

    [Theory]
    [InlineData("drivstoff;antall;alder\ndiesel;7;8\nkull;1;2\n", 422, "rows[3].drivstoff")]
    [InlineData("drivstoff;antall\ndiesel;7\n", 422, "headers")]
    [InlineData("drivstoff;antall;alder\n", 400, null)]
    [InlineData("drivstoff;antall;alder\ndiesel;7;8;9\n", 400, null)]
    public async Task A_sheet_with_a_fault_imports_nothing(string sheet, int status, string? place)
    {
        await using var fleet = await StartAsync();
        var answer = await fleet.ImportAsync(sheet: sheet);
        Assert.Equal(status, answer.Code);
        if (place is not null)
        {
            Assert.True(answer.Json.GetProperty("errors").TryGetProperty(place, out _), answer.Text);
        }

        Assert.Empty((await fleet.Round.App.Store.ListAsync<FleetBaseline>("bym", new DocumentQuery())).Items);
    }

    [Fact]
    public async Task Bad_addresses_types_and_strangers_are_refused()
    {
        await using var fleet = await StartAsync();
        Assert.Equal("invalid-date", (await fleet.ImportAsync(date: "1.2.2021")).Problem);
        Assert.Equal(422, (await fleet.ImportAsync(date: "2021-05-13")).Code);
        Assert.Equal(415, (await fleet.Agency("bym").PutAsync("agencies/bym/fleet-baselines/2021-02-01", new { })).Code);
        Assert.Equal(404, (await fleet.Agency("uke").PutAsync("agencies/bym/fleet-baselines/2021-02-01", Csv(Sheet))).Code);
        Assert.Equal(404, (await fleet.Round.Officer.PutAsync("agencies/finnesikke/fleet-baselines/2021-02-01", Csv(Sheet))).Code);
        Assert.Equal(403, (await fleet.Round.Supplier("beta").PutAsync("agencies/bym/fleet-baselines/2021-02-01", Csv(Sheet))).Code);
        Assert.Equal(403, (await fleet.Round.Supplier("beta").GetAsync(Effect)).Code);
    }

    [Fact]
    public async Task An_agency_sees_itself_and_the_sum_and_who_runs_rounds_sees_all()
    {
        await using var fleet = await StartAsync();
        await fleet.ImportAsync();
        await fleet.ImportAsync("uke", "drivstoff;antall;alder\nbensin;1;20\n");
        var all = (await fleet.Round.Officer.GetAsync(Effect)).Json;
        var own = (await fleet.Agency("uke").GetAsync(Effect)).Json;
        Assert.Equal(["bym", "uke"], Ids(all));
        Assert.Equal(["uke"], Ids(own));
        Assert.Equal(all.GetProperty("total").GetRawText(), own.GetProperty("total").GetRawText());
    }

    [Fact]
    public async Task A_disposal_is_confirmed_once_by_its_agency_only_and_stands_in_the_audit_log()
    {
        await using var fleet = await StartAsync();
        var once = await fleet.DisposeOfAsync("need-bym-1", key: "k");
        Assert.Equal(1, once.Json.GetProperty("confirmed").GetInt32());
        Assert.Equal(1, (await fleet.DisposeOfAsync("need-bym-1", key: "k")).Json.GetProperty("confirmed").GetInt32());
        Assert.Equal("idempotency-key-reused", (await fleet.DisposeOfAsync("need-bym-1", 2, key: "k")).Problem);
        Assert.Equal(422, (await fleet.DisposeOfAsync("need-bym-1", 2)).Code);
        Assert.Equal(404, (await fleet.DisposeOfAsync("need-bym-1", agencyId: "uke")).Code);
        Assert.Equal("need-replaces-nothing", (await fleet.DisposeOfAsync("need-uke-1", agencyId: "uke")).Problem);

        var entry = once.Json.GetProperty("entries")[0].GetProperty("entryId").GetString();
        var path = $"rounds/{AwardingRound.Id}/needs/need-bym-1/disposals";
        Assert.Equal(0, (await fleet.Agency("bym").PostAsync($"{path}/{entry}/retraction", new { reason = "Feil bil." })).Json.GetProperty("confirmed").GetInt32());
        Assert.Equal(0, (await fleet.Round.Auditor.GetAsync(path)).Json.GetProperty("confirmed").GetInt32());
        Assert.Equal(404, (await fleet.Agency("uke").GetAsync(path)).Code);

        await fleet.Round.App.AdvanceToAsync(AwardingRound.Start.PlusHours(3));
        var audit = (await fleet.Round.App.Store.ListAsync<AuditEntry>(AwardingRound.Id, new DocumentQuery(PageSize: 1000))).Items.Select(i => i.Document).ToList();
        Assert.Contains(audit, e => e is { By.Id: "receiver-bym", Event: DisposalConfirmed { NeedId: "need-bym-1", Quantity: 1 } });
        Assert.Contains(audit, e => e is { Event: DisposalRetracted { Reason: "Feil bil." } });
        Assert.Contains(audit, e => e is { By.Id: "receiver-uke", Event: AttemptRefused { Function: "ConfirmDisposal" } });
    }

    [Fact]
    public async Task The_report_is_a_page_without_script_whose_chart_is_told_in_words()
    {
        await using var fleet = await StartAsync();
        await fleet.ImportAsync();
        var page = await fleet.Round.Officer.GetAsync($"rounds/{AwardingRound.Id}/report");
        Assert.Equal(200, page.Code);
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("role=\"img\" aria-labelledby=\"share-title share-desc\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("29,2&#160;%", page.Text, StringComparison.Ordinal);
        Assert.Contains("Grunnlaget for bilparken er ikke importert", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page.Text, StringComparison.Ordinal);
    }

    private static string Totals(JsonElement effect) => string.Join(" ", new[] { "before", "planned", "realised" }.Select(name =>
    {
        var fleet = effect.GetProperty("total").GetProperty(name);
        return $"{fleet.GetProperty("vehicles").GetInt32()}/{fleet.GetProperty("fossil").GetInt32()}";
    }));

    private static (int Planned, int Replacements, int Realised) Progress(JsonElement effect)
    {
        var progress = effect.GetProperty("progress");
        return (progress.GetProperty("planned").GetInt32(), progress.GetProperty("plannedReplacements").GetInt32(), progress.GetProperty("realised").GetInt32());
    }

    private static List<string?> Ids(JsonElement effect) => [.. effect.GetProperty("agencies").EnumerateArray().Select(a => a.GetProperty("agencyId").GetString())];
}
