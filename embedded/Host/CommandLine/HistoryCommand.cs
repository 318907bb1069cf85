using System.CommandLine;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Storage;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop history</c>.</summary>
internal static class HistoryCommand
{
    private static readonly Argument<string?> Instance = new("instance")
    {
        Description = "The orchestration, such as round.2021-1. Left out: the ids of those that have not ended.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that the app keeps its state in; it may be serving meanwhile.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".samkjop",
    };

    public static Command Create()
    {
        var command = new Command("history", "Print what an orchestration has done in its present phase, as JSON, for whoever has to find out why it stands still.") { Instance, Data };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = Path.Combine(parsed.GetValue(Data)!, "samkjop.db");
        if (!File.Exists(path))
        {
            throw new CommandFault(ExitCode.Misused, $"There is no state at {path}. Nothing was read; name the folder that the app keeps its state in with --data.");
        }

        await using var file = SqliteFile.Open(path);
        if (parsed.GetValue(Instance) is not { } instance)
        {
            foreach (var id in EngineHistories.Unfinished(file))
            {
                await Console.Out.WriteLineAsync(id);
            }

            return ExitCode.Done;
        }

        var history = EngineHistories.Export(file, instance)
            ?? throw new CommandFault(ExitCode.Failed, $"There is no orchestration '{instance}' in {path}. Leave the id out to see those that have not ended.");
        await Console.Out.WriteAsync(history.ToJson());
        return ExitCode.Done;
    }
}
