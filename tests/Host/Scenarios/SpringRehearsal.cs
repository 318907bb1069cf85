using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>The spring round, rehearsed once by the real process without disturbance.</summary>
public sealed class SpringRehearsal : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samkjop-spring-");

    /// <summary>The scenario as it was built beside the tests.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "scenarios", "spring-2021.yaml");

    /// <summary>The rehearsal's state.</summary>
    public string Data => Path.Combine(_folder.FullName, "undisturbed");

    /// <summary>Everything that it printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>A data folder of its own for another rehearsal.</summary>
    public string Another(string name) => Path.Combine(_folder.FullName, name);

    public async ValueTask InitializeAsync()
    {
        var run = await SamkjopProcess.RunAsync("rehearse", File, "--data", Data);
        Assert.True(run.ExitCode == 0, run.Errors);
        Output = run.Output;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
