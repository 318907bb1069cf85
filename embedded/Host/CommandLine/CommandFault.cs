namespace Samkjop.Host.CommandLine;

/// <summary>Ends a command with a sentence for the person at the keyboard: what happened, what was kept, what to do.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">The sentence.</param>
internal sealed class CommandFault(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
