namespace Samkjop.Tests.Host.CommandLine;

/// <summary>The real process, as a person at a keyboard meets it.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_tells_a_newcomer_where_to_begin()
    {
        var run = await SamkjopProcess.RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("New here? Begin with ./run", run.Output, StringComparison.Ordinal);
        Assert.Contains("serve", run.Output, StringComparison.Ordinal);
        Assert.Contains("token", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reherse", "Unrecognized command or argument 'reherse'.")]
    [InlineData("rehearse --fresh --resume", "Choose --fresh or --resume, not both.")]
    [InlineData("rehearse no-such.yaml", "The scenario 'no-such.yaml' cannot be read")]
    public async Task A_mistyped_command_is_told_and_nothing_is_done(string arguments, string message)
    {
        var run = await SamkjopProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_scenario_with_a_typo_is_told_with_its_place_and_not_played()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("samkjop-typo-").FullName, "typo.yaml");
        await File.WriteAllTextAsync(file, Scenarios.ScenarioTexts.Sound.Replace("every:", "evry:", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await SamkjopProcess.RunAsync("rehearse", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{file}:26:5: Unknown key 'evry' in a step. Did you mean 'every'?\nNothing was played. Mend this and run it again.\n", run.Errors);
        Assert.Empty(run.Output);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
