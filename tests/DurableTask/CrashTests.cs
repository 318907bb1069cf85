using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Samkjop.Tests.DurableTask.Victim;

namespace Samkjop.Tests.DurableTask;

/// <summary>A process is killed with -9 at random moments; what it had acknowledged is there and goes on. SAMKJOP_LONG=1 kills it a hundred times.</summary>
public sealed class CrashTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("samkjop-").FullName;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed()
    {
        var kills = Environment.GetEnvironmentVariable("SAMKJOP_LONG") == "1" ? 100 : 5;
        var path = Path.Combine(folder, "victim.db");
        HashSet<int> started = [], raised = [];
        Random random = new(42);
        for (var kill = 0; kill < kills; kill++)
        {
            await RunUntilKilledAsync(path, started.Count == 0 ? 1 : started.Max() + 100, TimeSpan.FromMilliseconds(random.Next(5, 250)), started, raised);
        }

        Assert.NotEmpty(raised);
        await using var shop = await VictimShop.OpenAsync(path);
        foreach (var number in started)
        {
            Assert.False(await shop.StartAsync(number), $"Start {number} was acknowledged and is lost.");
            if (!raised.Contains(number)) await shop.RaiseAsync(number);
            var ended = await shop.EndOfAsync(number, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Equal((number, OrchestrationRuntimeStatus.Completed, VictimShop.Output(number)), (number, ended.RuntimeStatus, ended.ReadOutputAs<int>()));
        }
    }

    static async Task RunUntilKilledAsync(string path, int first, TimeSpan after, HashSet<int> started, HashSet<int> raised)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "Samkjop.Tests.DurableTask.Victim"), [path, $"{first}"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var victim = Process.Start(start)!;
        var acknowledged = await victim.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var killing = Task.Run(async () =>
        {
            await Task.Delay(after);
            victim.Kill();
        });
        for (; acknowledged is not null; acknowledged = await victim.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))
        {
            // The last line may be cut short: what was not told in full was not acknowledged.
            if (acknowledged.Split(' ') is not [var what, var text, "."] || !int.TryParse(text, out var number)) continue;
            if (what == "started") started.Add(number);
            else if (what == "raised" && started.Contains(number)) raised.Add(number);
        }

        await killing;
        await victim.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
