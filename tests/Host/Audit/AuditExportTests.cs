using Samkjop.Tests.Host.Bids;
using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Audit;

/// <summary>Out over HTTP, and verified by the command line from the file alone.</summary>
public sealed class AuditExportTests
{
    private const string Export = $"rounds/{SealedRound.RoundId}/audit-export";

    [Fact]
    public async Task Before_the_opening_sealed_entries_are_hashes_and_the_exported_log_verifies_without_them()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        Assert.Equal(403, (await round.Officer.GetAsync($"{SealedRound.BidOf(round.Bertel)}")).Code);

        var sealedLog = await round.Auditor.GetAsync(Export);
        var verdict = await round.Auditor.GetAsync($"rounds/{SealedRound.RoundId}/audit-verification");
        var told = await VerifyAsync(sealedLog.Text);

        Assert.DoesNotContain("bertel", sealedLog.Text[..sealedLog.Text.IndexOf("AttemptRefused", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal((true, 0), (verdict.Json.GetProperty("isWhole").GetBoolean(), verdict.Json.GetProperty("withheld").GetInt32()));
        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Contains("sealed and shown by their hash alone", told.Output, StringComparison.Ordinal);

        await round.OpenAsync();
        var opened = await round.Auditor.GetAsync(Export);
        Assert.Contains("BidStarted", opened.Text, StringComparison.Ordinal);
        Assert.Equal(sealedLog.Text.Split('\n')[0][..80], opened.Text.Split('\n')[0][..80]);
        await TamperedAsync(opened.Text.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Only_the_auditor_and_the_rounds_officers_export_the_log_and_others_attempts_are_in_it()
    {
        await using var round = await SealedRound.StartAsync();
        var stranger = await round.App.As("ola", People.Role.ProcurementOfficer).GetAsync(Export);

        Assert.Equal((403, "not-named-for-round"), (stranger.Code, stranger.Problem));
        Assert.Equal(403, (await round.Bertel.GetAsync(Export)).Code);
        Assert.Contains("not-named-for-round", (await round.Officer.GetAsync(Export)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "Line 1: The text is not valid JSON")]
    [InlineData("[]", "Line 1: ")]
    public async Task A_file_that_is_no_log_is_told_and_nothing_is_verified(string content, string why)
    {
        var told = await VerifyAsync(content);
        Assert.Equal(2, told.ExitCode);
        Assert.Contains(why, told.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was verified; export the log anew.\n", told.Errors, StringComparison.Ordinal);
    }

    private static async Task TamperedAsync(string[] lines)
    {
        var changed = await VerifyAsync([.. lines[..2], lines[2].Replace("\"at\":\"2021", "\"at\":\"2020", StringComparison.Ordinal), .. lines[3..]]);
        var head = lines[^1].Split("\"hash\":\"")[1][..64];
        var cutWithHead = await VerifyAsync(lines[..^1], "--head", head);

        Assert.Equal((1, 1), (changed.ExitCode, cutWithHead.ExitCode));
        Assert.Contains("Entry 3 does not follow from what stands before it", changed.Errors, StringComparison.Ordinal);
        Assert.Contains("changed or cut short", cutWithHead.Errors, StringComparison.Ordinal);
    }

    private static Task<FinishedRun> VerifyAsync(string[] lines, params string[] more) => VerifyAsync(string.Join('\n', lines), more);

    private static async Task<FinishedRun> VerifyAsync(string log, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, log, TestContext.Current.CancellationToken);
            return await SamkjopProcess.RunAsync(["audit", "verify", file, .. more]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
