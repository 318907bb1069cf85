using System.CommandLine;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop serve</c>.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder where all state is kept.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".samkjop",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to take requests; loopback only.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:7071",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Serve the app over HTTP, by the real clock, until Ctrl+C.") { Data, Urls };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        throw new CommandFault(ExitCode.Failed, "This build does not hold the app yet.");
}
