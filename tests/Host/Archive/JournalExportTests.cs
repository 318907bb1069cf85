using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Serialization;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Archive;

/// <summary>A round's journal as the archive gets it.</summary>
public sealed class JournalExportTests
{
    private const string Export = $"rounds/{SealedRound.RoundId}/journal-export";

    private static readonly XNamespace Noark = "http://www.arkivverket.no/standarder/noark5/arkivstruktur";

    [Fact]
    public async Task Sealed_bids_are_never_in_it_and_opened_ones_are_with_checksums_that_hold()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        var sealedFiles = await FilesAsync(round);

        foreach (var traitor in (string[])["bid-bertel", "kari@bertel"])
        {
            Assert.DoesNotContain(sealedFiles, file => System.Text.Encoding.UTF8.GetString(file.Value).Contains(traitor, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(sealedFiles, file => file.Key.Contains("bid-", StringComparison.Ordinal));

        await round.OpenAsync();
        var files = await FilesAsync(round);
        var sheet = files.Single(file => file.Key.EndsWith("01-pris.json", StringComparison.Ordinal));
        Assert.Equal(SealedRound.SheetJson(), System.Text.Encoding.UTF8.GetString(sheet.Value));
        AssertDescribed(files);
        AssertAudit(files);
    }

    [Fact]
    public async Task The_same_round_gives_the_same_bytes_and_each_export_is_in_the_log()
    {
        await using var round = await SealedRound.StartAsync();
        var first = await BytesAsync(round);
        var second = await BytesAsync(round);

        Assert.Equal(Convert.ToHexString(SHA256.HashData(first)), Convert.ToHexString(SHA256.HashData(second)));
        var log = await round.Auditor.GetAsync($"rounds/{SealedRound.RoundId}/audit?pageSize=200");
        Assert.Equal(2, log.Json.GetProperty("items").EnumerateArray().Count(line => line.GetProperty("event").GetProperty("event").GetString() == "JournalExported"));
    }

    [Fact]
    public async Task It_is_for_the_auditor_and_the_rounds_officers_once_open_for_impartial_ones_and_others_attempts_are_recorded()
    {
        await using var round = await SealedRound.StartAsync();
        Assert.Equal(200, (await round.Officer.GetAsync(Export)).Code);
        Assert.Equal(403, (await round.Bertel.GetAsync(Export)).Code);
        Assert.Equal("not-named-for-round", (await round.App.As("ola", Role.ProcurementOfficer).GetAsync(Export)).Problem);

        await round.OpenAsync();
        Assert.Equal("impartiality-required", (await round.Officer.GetAsync($"rounds/{SealedRound.RoundId}/journal")).Problem);
        await round.DeclareAsync(round.Officer);
        var journal = await round.Officer.GetAsync($"rounds/{SealedRound.RoundId}/journal?pageSize=2");
        var next = await round.Officer.GetAsync($"rounds/{SealedRound.RoundId}/journal?pageSize=200&continuation={journal.Json.GetProperty("continuation").GetString()}");

        Assert.Equal(2, journal.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(3, next.Json.GetProperty("items")[0].GetProperty("number").GetInt32());
        Assert.Equal(400, (await round.Officer.GetAsync($"rounds/{SealedRound.RoundId}/journal?continuation=nowhere")).Code);
    }

    private static void AssertDescribed(IReadOnlyDictionary<string, byte[]> files)
    {
        var archive = XDocument.Parse(System.Text.Encoding.UTF8.GetString(files["arkivstruktur.xml"]));
        var described = archive.Descendants(Noark + "dokumentobjekt").ToDictionary(
            o => o.Element(Noark + "referanseDokumentfil")!.Value, o => (o.Element(Noark + "sjekksum")!.Value, o.Element(Noark + "filstoerrelse")!.Value), StringComparer.Ordinal);
        Assert.Equal(files.Keys.Where(name => name != "arkivstruktur.xml").Order(StringComparer.Ordinal), described.Keys.Order(StringComparer.Ordinal));
        Assert.All(described, file => Assert.Equal(
            (Convert.ToHexStringLower(SHA256.HashData(files[file.Key])), files[file.Key].Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), file.Value));
    }

    private static void AssertAudit(IReadOnlyDictionary<string, byte[]> files)
    {
        var log = System.Text.Encoding.UTF8.GetString(files.Single(file => file.Key.EndsWith("01-revisjonsspor.jsonl", StringComparison.Ordinal)).Value);
        var lines = log.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<AuditExportLine>(line, SamkjopJson.Options)!).ToList();
        Assert.True(AuditVerification.Verify(lines).IsWhole);
        Assert.NotEmpty(lines);
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(SealedRound round)
    {
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync(round)), ZipArchiveMode.Read);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync(TestContext.Current.CancellationToken);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            files.Add(entry.FullName, bytes.ToArray());
        }

        return files;
    }

    private static async Task<byte[]> BytesAsync(SealedRound round)
    {
        using var http = new HttpClient { BaseAddress = new Uri(round.App.App.Address, "/api/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", round.App.App.Issuer.Issue(round.Auditor.Caller, round.App.Now.ToDateTimeOffset(), TimeSpan.FromHours(1)));
        return await http.GetByteArrayAsync(Export, TestContext.Current.CancellationToken);
    }
}
