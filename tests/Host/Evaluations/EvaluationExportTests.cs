using Samkjop.People;
using Samkjop.Tests.Host.Bids;
using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Evaluations;

/// <summary>Out over HTTP, and ranked again by the command line from the file alone.</summary>
public sealed class EvaluationExportTests
{
    private const string Export = $"rounds/{SealedRound.RoundId}/lots/lot-1/evaluation-export";

    private const string Comparison = $"{RankedLot.Lot}/comparison";

    private const string Nulls = """
        {"format":"samkjop-evaluation-1","roundId":"","lotId":"","lotTitle":{"no":"","en":""},"model":{"formula":"linear","criteria":[],"tieBreak":"drawnLot","drawSeed":""},"bids":[null],"ranking":[]}
        """;

    [Fact]
    public async Task Whoever_has_the_exported_file_can_rank_again_and_a_changed_file_is_found_out()
    {
        await using var round = await RankedLot.OpenedAsync();
        var early = await round.Officer.GetAsync(Export);
        await RankedLot.RankAsync(round);

        var export = await round.Auditor.GetAsync(Export);
        var told = await RecomputeAsync(export.Text);
        var changed = await RecomputeAsync(export.Text.Replace("462000", "461000", StringComparison.Ordinal));

        Assert.Equal((409, "lot-not-ranked"), (early.Code, early.Problem));
        Assert.Equal((200, 0, ""), (export.Code, told.ExitCode, told.Errors));
        Assert.Contains("1. bid-harald: 8.6\n   price: 9 · 60 % = 5.4 [10 − 10 · (462000 − 420000) / 420000 = 9.0000]", told.Output, StringComparison.Ordinal);
        Assert.EndsWith("The ranking follows from the inputs: 2 of 3 bids ranked, as stated.\n", told.Output, StringComparison.Ordinal);
        Assert.Equal(1, changed.ExitCode);
        Assert.StartsWith("The ranking does NOT follow from the inputs.\nbid-harald is stated as number 1 with 8.6", changed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comparison_is_a_page_for_those_who_may_read_bids_once_the_lot_is_ranked()
    {
        await using var round = await RankedLot.OpenedAsync();
        var early = await round.Officer.GetAsync(Comparison);
        await RankedLot.RankAsync(round);

        var page = await round.Auditor.GetAsync(Comparison);

        Assert.Equal((409, "lot-not-ranked"), Told(early));
        Assert.Equal((403, "not-named-for-round"), Told(await round.Harald.GetAsync(Comparison)));
        Assert.Equal(200, page.Code);
        Assert.Contains("8,6000", page.Text, StringComparison.Ordinal);
        Assert.Contains("plug-in hybrid", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "not valid JSON")]
    [InlineData("{}", "This is missing")]
    [InlineData("[]", "of the wrong kind or form")]
    [InlineData(Nulls, "null in the list at $.bids[0]")]
    [InlineData("null", "holds null")]
    public async Task A_file_that_is_no_export_is_told_and_nothing_is_computed(string content, string why)
    {
        var run = await RecomputeAsync(content);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was computed", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_read_bids_get_the_export()
    {
        await using var round = await RankedLot.OpenedAsync();
        await RankedLot.RankAsync(round);

        Assert.Equal((403, "impartiality-required"), Told(await round.Decider.GetAsync(Export)));
        Assert.Equal((403, "not-named-for-round"), Told(await round.App.As("stranger", Role.Evaluator).GetAsync(Export)));
        Assert.Equal((403, "not-named-for-round"), Told(await round.Bertel.GetAsync(Export)));
    }

    private static (int Code, string? Problem) Told(Answer answer) => (answer.Code, answer.Problem);

    private static async Task<FinishedRun> RecomputeAsync(string content)
    {
        var file = Path.Combine(Path.GetTempPath(), $"samkjop-export-{Guid.NewGuid():N}.json");
        try
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
            return await SamkjopProcess.RunAsync("recompute", file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
