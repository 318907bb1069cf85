using System.Diagnostics;

namespace Samkjop.Tests.Host.CommandLine;

/// <summary>Runs the built executable.</summary>
internal static class SamkjopProcess
{
    /// <summary>The executable that was built beside the tests.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "samkjop.exe" : "samkjop");

    /// <summary>Starts it; the caller owns the process.</summary>
    public static Process Start(IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(Executable, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;

    /// <summary>Runs it to its end.</summary>
    public static async Task<FinishedRun> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new FinishedRun(process.ExitCode, await output, await errors);
    }
}

/// <param name="ExitCode">As the process ended.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record FinishedRun(int ExitCode, string Output, string Errors);
