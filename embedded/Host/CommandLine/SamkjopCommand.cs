using System.CommandLine;
using Samkjop.Host.Scenarios;

namespace Samkjop.Host.CommandLine;

/// <summary>The command line of the embedded host.</summary>
internal static class SamkjopCommand
{
    private const string About = """
        Samkjop runs joint purchases of vehicles (samkjøp) from needs to delivery.

        New here? Begin with ./run: it plays the spring round of 2021, from the first need to the last delivered car, through the real app on a clock
        that jumps, and tells the story as it goes. Then ./run serve, to use the same app yourself over HTTP.

        This is the embedded host: one process, no account, all state in one folder.
        """;

    /// <summary>Runs a command.</summary>
    /// <returns>0 done; 1 tried, and it did not go as it should; 2 not tried, the command or its file has faults.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(About) { RehearseCommand.Create(), ServeCommand.Create(), TokenCommand.Create(), HistoryCommand.Create(), RecomputeCommand.Create(), AuditCommand.Create(), ArchiveCommand.Create() };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors.Where(e => parsed.UnmatchedTokens.Count == 0 || parsed.UnmatchedTokens.Any(t => e.Message.Contains(t, StringComparison.Ordinal))))
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"Nothing was done. See '{Usage(parsed)} --help'.");
            return ExitCode.Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CommandFault fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return fault.ExitCode;
        }
        catch (ScenarioFaultException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            await Console.Error.WriteLineAsync($"Nothing was played. Mend {(fault.Problems.Count == 1 ? "this" : "these")} and run it again.");
            return ExitCode.Misused;
        }
    }

    private static string Usage(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "samkjop" : $"samkjop {parsed.CommandResult.Command.Name}";
}
