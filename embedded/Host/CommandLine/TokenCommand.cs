using System.CommandLine;

namespace Samkjop.Host.CommandLine;

/// <summary><c>samkjop token</c>.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var command = new Command("token", "Print a token of the development issuer, to call a served app with.");
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        throw new CommandFault(ExitCode.Failed, "This build does not hold the app yet.");
}
