using System.Text;
using System.Text.Json;
using Samkjop.Functions.Sheets;
using Samkjop.Tests.Host.BadInput;

namespace Samkjop.Tests.Host.Needs;

public sealed class NeedImportTests
{
    private const string Import = "rounds/2021-1/needs/import";
    private const string Headers = "Referanse;Antall;Kjøretøyklasse;Leveringssted;Rekkevidde minst (km);Merknad\n";
    private const string Two = Headers + "BYM-1;3;liten varebil;Karvesvingen 3;250;\nBYM-2;2;stor varebil;Karvesvingen 3;;Til verkstedet\n";

    [Fact]
    public async Task A_sheet_is_previewed_imported_and_updates_the_same_needs_when_it_comes_again()
    {
        await using var round = await SpringRound.OpenAsync();

        var preview = await round.Reporter.PostAsync($"{Import}/preview", SheetSender.Csv(Two));
        AssertCounts(preview, preview: true, created: 2, changed: 0, unchanged: 0);
        Assert.Empty(await NeedsAsync(round.Reporter));

        AssertCounts(await round.Reporter.PostAsync(Import, SheetSender.Csv(Two)), preview: false, created: 2, changed: 0, unchanged: 0);
        var needs = await NeedsAsync(round.Reporter);
        Assert.Equal(["BYM-1", "BYM-2"], needs.Select(need => need.GetProperty("reference").GetString()).Order(StringComparer.Ordinal));
        AssertCounts(await round.Reporter.PostAsync(Import, SheetSender.Csv(Two)), preview: false, created: 0, changed: 0, unchanged: 2);

        var first = needs.Single(need => need.GetProperty("reference").GetString() == "BYM-1").GetProperty("needId").GetString();
        Assert.Equal(200, (await round.BudgetHolder.PostAsync($"rounds/2021-1/needs/{first}/approval", new { version = 1, priceCeiling = 400_000 })).Code);
        var edited = Headers + "BYM-1;5;liten varebil;Karvesvingen 3;250;\n";
        var shown = (await round.Reporter.PostAsync($"{Import}/preview", SheetSender.Csv(edited))).Json;
        var row = shown.GetProperty("rows")[0];
        Assert.Equal(("changed", true, "[\"quantity\"]"), (row.GetProperty("change").GetString(), row.GetProperty("approvalLapses").GetBoolean(), row.GetProperty("members").GetRawText()));
        Assert.Equal("BYM-2", Assert.Single(shown.GetProperty("notInSheet").EnumerateArray()).GetString());
        AssertCounts(await round.Reporter.PostAsync(Import, SheetSender.Csv(edited)), preview: false, created: 0, changed: 1, unchanged: 0);
        Assert.Equal(2, (await NeedsAsync(round.Reporter)).Length);
        Assert.Equal("reported", (await round.Reporter.GetAsync($"rounds/2021-1/needs/{first}")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Every_fault_is_told_by_row_and_column_and_nothing_is_imported()
    {
        await using var round = await SpringRound.OpenAsync();
        var before = await round.App.SnapshotAsync();

        var answer = await round.Reporter.PostAsync(Import, SheetSender.Csv(Headers + "BYM-1;3;liten varebil;Karvesvingen 3;250;\nBYM-2;0;romskip;;langt;Helst Tesla\n"));

        RawCaller.AssertRefused(answer, 422, "invalid-import", "a wrong row");
        var places = answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).ToArray();
        Assert.Equal(
            ["rows[3].Antall", "rows[3].Kjøretøyklasse", "rows[3].Leveringssted", "rows[3].Merknad", "rows[3].Rekkevidde minst (km)"], places.Order(StringComparer.Ordinal));
        Assert.Contains("Rad 3, kolonne «Antall»", answer.Json.GetProperty("detailNo").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await round.App.SnapshotAsync());
    }

    [Fact]
    public async Task The_template_is_served_filled_in_imported_and_served_again()
    {
        await using var round = await SpringRound.OpenAsync();
        await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need(note: "=HYPERLINK(\"http://x\")")));
        await SpringRound.Created(round.OtherReporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()));

        foreach (var format in new[] { "csv", "xlsx" })
        {
            var (bytes, type, name) = await SheetSender.FetchAsync(round.App, round.Reporter, $"rounds/2021-1/needs/template/{format}");
            Assert.Equal((format == "csv" ? SheetBody.Csv : SheetBody.Xlsx, $"behov-2021-1.{format}"), (type, name));
            AssertCounts(await round.Reporter.PostAsync(Import, SheetSender.Of(bytes, type!)), preview: false, created: 0, changed: 0, unchanged: 1);
        }

        var (csv, _, _) = await SheetSender.FetchAsync(round.App, round.Reporter, "rounds/2021-1/needs/template/csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Contains("'=HYPERLINK", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.Contains("Kjøretøyklasse / Vehicle class", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.Equal(404, (await round.Reporter.GetAsync("rounds/2021-1/needs/template/pdf")).Code);
        Assert.Equal(403, (await round.Supplier("bilco").GetAsync("rounds/2021-1/needs/template/csv")).Code);
    }

    [Fact]
    public async Task An_import_that_was_cut_short_is_completed_by_sending_it_again()
    {
        await using var round = await SpringRound.OpenAsync();
        AssertCounts(
            await round.Reporter.PostAsync(Import, SheetSender.Csv(Headers + "BYM-1;3;liten varebil;Karvesvingen 3;250;\n"), key: "half"), preview: false, created: 1, changed: 0, unchanged: 0);
        await round.App.ForgetAnswerAsync(round.Reporter.Caller, "half");
        await round.App.SettleAsync();

        var again = await round.Reporter.PostAsync(Import, SheetSender.Csv(Headers + "BYM-1;3;liten varebil;Karvesvingen 3;250;\n"), key: "half");
        AssertCounts(again, preview: false, created: 1, changed: 0, unchanged: 0);
        AssertCounts(await round.Reporter.PostAsync(Import, SheetSender.Csv(Two)), preview: false, created: 1, changed: 0, unchanged: 1);
        Assert.All(await NeedsAsync(round.Reporter), need => Assert.Equal(1, need.GetProperty("version").GetInt32()));
        Assert.Equal("idempotency-key-reused", (await round.Reporter.PostAsync(Import, SheetSender.Csv(Two), key: "half")).Problem);
    }

    [Fact]
    public async Task Who_may_not_and_what_comes_too_late_is_refused()
    {
        await using var round = await SpringRound.OpenAsync();
        Assert.Equal("role-required", (await round.BudgetHolder.PostAsync(Import, SheetSender.Csv(Two))).Problem);
        Assert.Equal("unknown-agency", (await round.App.As("x", "need-reporter", agency: "xyz").PostAsync(Import, SheetSender.Csv(Two))).Problem);
        Assert.Equal("no-agency", (await round.App.As("x", "need-reporter").PostAsync(Import, SheetSender.Csv(Two))).Problem);
        Assert.Equal(404, (await round.Reporter.PostAsync("rounds/2099-1/needs/import", SheetSender.Csv(Two))).Code);

        AssertCounts(await round.Reporter.PostAsync(Import, SheetSender.Csv(Two)), preview: false, created: 2, changed: 0, unchanged: 0);
        var path = $"rounds/2021-1/needs/{(await NeedsAsync(round.Reporter))[0].GetProperty("needId").GetString()}";
        Assert.Equal(200, (await round.Reporter.DeleteAsync(path, (await round.Reporter.GetAsync(path)).ETag)).Code);
        Assert.Contains("trukket", (await round.Reporter.PostAsync(Import, SheetSender.Csv(Two))).Json.GetProperty("detailNo").GetString(), StringComparison.Ordinal);

        await round.App.AdvanceToAsync(SpringRound.LotsAreLocked);
        Assert.Equal("needs-closed", (await round.Reporter.PostAsync(Import, SheetSender.Csv(Two))).Problem);
    }

    [Fact]
    public async Task Another_agencys_need_is_never_touched()
    {
        await using var round = await SpringRound.OpenAsync();
        var theirs = (await SpringRound.Created(round.OtherReporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()))).Json.GetProperty("needId").GetString();

        AssertCounts(await round.Reporter.PostAsync(Import, SheetSender.Csv(Headers + $"{theirs};9;liten varebil;Oslo;;\n")), preview: false, created: 1, changed: 0, unchanged: 0);
        AssertCounts(await round.OtherReporter.PostAsync(Import, SheetSender.Csv(Two)), preview: false, created: 2, changed: 0, unchanged: 0);

        Assert.Equal(3, (await round.OtherReporter.GetAsync($"rounds/2021-1/needs/{theirs}")).Json.GetProperty("content").GetProperty("quantity").GetInt32());
        Assert.Single(await NeedsAsync(round.Reporter));
    }

    private static void AssertCounts(Answer answer, bool preview, int created, int changed, int unchanged)
    {
        Assert.True(answer.Code == 200, answer.Text);
        var json = answer.Json;
        Assert.Equal(
            (preview, created, changed, unchanged),
            (json.GetProperty("preview").GetBoolean(), json.GetProperty("created").GetInt32(), json.GetProperty("changed").GetInt32(), json.GetProperty("unchanged").GetInt32()));
    }

    private static async Task<JsonElement[]> NeedsAsync(TestCaller caller) =>
        [.. (await caller.GetAsync("rounds/2021-1/needs")).Json.GetProperty("items").EnumerateArray()];
}
