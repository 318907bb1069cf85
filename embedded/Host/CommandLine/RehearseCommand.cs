using System.CommandLine;
using System.Text;
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

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var scenario = Read(parsed.GetValue(File)!);
        var place = parsed.GetValue(Data) ?? Path.Combine(".samkjop", "rehearsals", scenario.Name);
        using var folder = Take(place);
        var resumed = Prepare(folder, scenario, parsed.GetValue(Fresh), parsed.GetValue(Resume));
        if (resumed)
        {
            await Console.Error.WriteLineAsync("Going on with the rehearsal that was cut short; what was played is told again.");
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        var rehearsal = new Rehearsal(scenario, folder, output.WriteLine, parsed.GetValue(Verbose) ? Console.Error.WriteLine : null);
        try
        {
            var end = await rehearsal.RunAsync(cancellationToken);
            await EndOfStory.WriteAsync(end, output);
            await Console.Error.WriteLineAsync(
                $"Started in {end.Starting.TotalSeconds:0.0} s, played in {end.Playing.TotalSeconds:0.0} s. State: {place}");
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CommandFault(ExitCode.Failed, $"The rehearsal was interrupted. What was played is kept in {place}; run the same command to go on.");
        }
        catch (PlayFault fault)
        {
            throw new CommandFault(
                ExitCode.Failed,
                $"The rehearsal stopped. {fault.Message}\nWhat was played until then is kept in {place}. Mend the scenario or the app, and run it again with --fresh.");
        }
    }

    private static Scenario Read(string path)
    {
        try
        {
            return ScenarioReader.ReadFile(!System.IO.File.Exists(path) && path == DefaultScenario ? Path.Combine(AppContext.BaseDirectory, path) : path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Misused, $"The scenario '{path}' cannot be read: {exception.Message} Nothing was played. Give the path of a scenario file, such as {DefaultScenario}.");
        }
    }

    private static RehearsalFolder Take(string place)
    {
        try
        {
            return RehearsalFolder.Take(place);
        }
        catch (PlayFault fault)
        {
            throw new CommandFault(ExitCode.Misused, fault.Message);
        }
    }

    /// <summary>Decides between a new rehearsal and one that goes on.</summary>
    /// <returns>Whether it goes on.</returns>
    private static bool Prepare(RehearsalFolder folder, Scenario scenario, bool fresh, bool resume)
    {
        var earlier = fresh ? null : folder.Earlier();
        if (earlier is { Finished: false } cut && cut.Sha256 == scenario.Sha256)
        {
            return true;
        }

        if (resume)
        {
            throw new CommandFault(ExitCode.Misused, earlier switch
            {
                null => "There is no rehearsal to go on with. Nothing was played; leave --resume out.",
                { Finished: true } => "The rehearsal was played to its end. Nothing was played; leave --resume out to play it anew.",
                _ => "The rehearsal that was cut short was of another file, or the file was changed since. Nothing was played; use --fresh to begin anew.",
            });
        }

        folder.Clear();
        return false;
    }
}
