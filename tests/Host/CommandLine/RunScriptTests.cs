using System.Diagnostics;
using System.Reflection;

namespace Samkjop.Tests.Host.CommandLine;

/// <summary>The script that a newcomer runs first.</summary>
public sealed class RunScriptTests
{
    [Fact]
    public async Task It_builds_what_has_changed_and_passes_its_arguments_on()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Root(), "run"), "rehearse", "--help"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["SAMKJOP_CONFIGURATION"] = typeof(RunScriptTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await errors);
        Assert.Contains("Play a round on virtual time", await output, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Samkjop.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        return folder.FullName;
    }
}
