using System.CommandLine;
using Samkjop.Host.Scenarios;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop rehearse</c>.</summary>
internal static class RehearseCommand
{
    private const string DefaultScenario = "scenarios/spring-2021.yaml";

    private static readonly Argument<string> File = new("file")
    {
        Description = "The scenario: people, suppliers and timed requests with the answers that are expected.",
        DefaultValueFactory = _ => DefaultScenario,
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder for the rehearsal's state. Default: .samkjop/rehearsals/<name of the scenario>.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Begin anew, also where an earlier rehearsal was cut short." };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with a rehearsal that was cut short; refuse if there is none." };
    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Also show every request and its answer (on standard error)." };

    public static Command Create()
    {
        var command = new Command("rehearse", "Play a round on virtual time through the real app, and tell it as it goes.") { File, Data, Fresh, Resume, Verbose };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Fresh) && result.GetValue(Resume))
            {
                result.AddError("Choose --fresh or --resume, not both.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var scenario = Read(parsed.GetValue(File)!);
        throw new CommandFault(ExitCode.Failed, $"The scenario '{scenario.Name}' is sound, but this build does not hold the app yet.");
    }

    private static Scenario Read(string path)
    {
        try
        {
            return ScenarioReader.ReadFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Misused, $"The scenario '{path}' cannot be read: {exception.Message} Nothing was played. Give the path of a scenario file, such as {DefaultScenario}.");
        }
    }
}
