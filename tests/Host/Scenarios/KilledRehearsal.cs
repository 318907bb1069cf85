using Samkjop.Tests.Host.CommandLine;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>Kills the real process in the middle of a rehearsal, as often as asked, and lets the last one run to its end.</summary>
internal static class KilledRehearsal
{
    /// <param name="scenario">The file.</param>
    /// <param name="data">The data folder that all of them share.</param>
    /// <param name="random">Decides where.</param>
    /// <param name="kills">How often.</param>
    /// <param name="lines">How many lines the whole story has.</param>
    public static async Task<FinishedRun> RunAsync(string scenario, string data, Random random, int kills, int lines)
    {
        // Most of the story is told before its tables; those come at once.
        foreach (var line in Enumerable.Range(0, kills).Select(_ => random.Next(2, lines * 3 / 4)).Order())
        {
            using var process = SamkjopProcess.Start(["rehearse", scenario, "--data", data]);
            for (var read = 0; read < line && await process.StandardOutput.ReadLineAsync() is not null; read++)
            {
            }

            await Task.Delay(random.Next(0, 25));
            process.Kill();
            await process.WaitForExitAsync();
        }

        return await SamkjopProcess.RunAsync("rehearse", scenario, "--data", data, "--resume");
    }
}
