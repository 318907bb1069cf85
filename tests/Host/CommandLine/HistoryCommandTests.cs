using Samkjop.Embedded.DurableTask;

namespace Samkjop.Tests.Host.CommandLine;

/// <summary><c>samkjop history</c> on a state that the app has open.</summary>
public sealed class HistoryCommandTests
{
    [Fact]
    public async Task The_history_of_an_orchestration_is_printed_so_that_it_can_be_read_again()
    {
        await using var round = await SpringRound.OpenAsync();

        var list = await SamkjopProcess.RunAsync("history", "--data", round.App.Folder);
        var run = await SamkjopProcess.RunAsync("history", "round.2021-1", "--data", round.App.Folder);

        Assert.Equal((0, "round.2021-1\n"), (list.ExitCode, list.Output));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(run.Output, RecordedHistory.Parse(run.Output).ToJson());
        Assert.StartsWith("RunStarted, TaskScheduled ReadRound, TaskCompleted", RecordedHistory.Parse(run.Output).Outline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_state_nothing_is_made()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"samkjop-nowhere-{Guid.NewGuid():N}");

        var run = await SamkjopProcess.RunAsync("history", "round.2021-1", "--data", folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no state at", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"format":7,"name":"RunPurchaseRound","instanceId":"a","input":null,"customStatus":null,"turns":[]}""")]
    [InlineData("""{"format":1,"name":"RunPurchaseRound","instanceId":"a","input":null,"customStatus":null,"turns":[[{"event":"Rebooted"}]]}""")]
    public void What_is_no_history_is_refused_in_words(string text) =>
        Assert.Contains("Nothing was replayed", Assert.Throws<InvalidDataException>(() => RecordedHistory.Parse(text)).Message, StringComparison.Ordinal);
}
