using System.CommandLine;
using System.Text;
using System.Text.Json;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Scoring;
using Samkjop.Serialization;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop recompute</c>.</summary>
internal static class RecomputeCommand
{
    private const long LargestFile = 64L * 1024 * 1024;

    private static readonly Argument<string> Export = new("file") { Description = "A lot's evaluation as /api/rounds/…/lots/…/evaluation-export gave it." };

    public static Command Create()
    {
        var command = new Command("recompute", "Rank a lot again from its exported evaluation, and say whether the ranking that was fixed follows. Needs nothing but the file.") { Export };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var export = await ReadAsync(parsed.GetValue(Export)!, cancellationToken);
        var again = Recomputation.Of(export);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        await output.WriteLineAsync($"{export.RoundId} · {export.LotId} · {export.LotTitle.No}");
        foreach (var bid in again.Ranking?.Bids ?? [])
        {
            await WriteAsync(output, bid);
        }

        if (again.Follows)
        {
            await output.WriteLineAsync($"The ranking follows from the inputs: {export.Ranking.Length} of {export.Bids.Length} bids ranked, as stated.");
            return ExitCode.Done;
        }

        await output.FlushAsync(cancellationToken);
        throw new CommandFault(ExitCode.Failed, $"The ranking does NOT follow from the inputs.\n{string.Join('\n', again.Differences.Select(difference => difference.En))}");
    }

    private static async Task WriteAsync(StreamWriter output, BidScore bid)
    {
        await output.WriteLineAsync($"{bid.Rank}. {bid.BidId}: {bid.Total}{(bid.TieBreak is { } tie ? $" ({tie.En.TrimEnd('.')})" : "")}");
        foreach (var criterion in bid.Criteria)
        {
            var calculation = criterion.Calculation.ReplaceLineEndings(" / ");
            await output.WriteLineAsync($"   {criterion.CriterionId}: {criterion.Points} · {criterion.WeightPercent} % = {criterion.WeightedPoints} [{calculation}]");
        }
    }

    private static async Task<EvaluationExport> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                throw Unreadable(path, $"It is larger than {LargestFile / 1024 / 1024} MiB.");
            }

            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            var export = JsonSerializer.Deserialize<EvaluationExport>(content, SamkjopJson.Options) ?? throw Unreadable(path, "It holds null.");
            using var json = JsonDocument.Parse(content);
            return JsonFaults.NullInList(json.RootElement) is { } place ? throw Unreadable(path, $"There is a null in the list at {place}.") : export;
        }
        catch (JsonException fault)
        {
            var (place, text) = JsonFaults.Explain(fault);
            throw Unreadable(path, $"At {place}: {text.En}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, fault.Message);
        }
    }

    private static CommandFault Unreadable(string path, string why) =>
        new(ExitCode.Misused, $"The file '{path}' cannot be read. {why} Nothing was computed; export the evaluation anew.");
}
