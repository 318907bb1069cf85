using System.Diagnostics;
using System.Globalization;
using Samkjop.Embedded.Runtime;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Benchmarks.App;

/// <summary>
/// Many rounds at once, on virtual time: all open at the same instant, take a need each from two agencies, close, and form their lots at the same instant;
/// then a quiet week passes, in which only timers and sweeps run. Shows whether time grows with the number of rounds.
/// </summary>
internal static class RoundsBenchmark
{
    private static readonly int[] Rounds = [50, 100, 200];

    public static async Task RunAsync(string folder, TextWriter output)
    {
        await output.WriteLineAsync($"Machine: {Machine.Describe()}");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| rounds at once | opening, s | needs and approvals, s | lots locked, s | CPU ms per round so far | a quiet week, s | managed MB |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var rounds in Rounds)
        {
            await output.WriteLineAsync(await MeasureAsync(rounds, folder));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"Load average at the end: {Machine.LoadAverage()}.");
    }

    private static async Task<string> MeasureAsync(int rounds, string folder)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await using var scheduler = new VirtualScheduler(AppStage.At(4, 28, 10), jumps: false);
            await using var app = AppStage.Create(data, scheduler, fullSync: false);
            await app.StartAsync();
            using var client = new AppClient(app, scheduler.Clock);
            await AppStage.PlanAsync(client, rounds);
            var cpu = Environment.CpuUsage.TotalTime;
            var opening = await TimeAsync(() => scheduler.AdvanceToAsync(AppStage.At(4, 29, 9)));
            var needs = await TimeAsync(() => ReportAsync(app.Store, client, scheduler, rounds));
            var locking = await TimeAsync(() => scheduler.AdvanceToAsync(AppStage.At(5, 3, 13)));
            var perRound = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / rounds;
            await EnsureAsync(app.Store, rounds);
            var week = await TimeAsync(() => scheduler.AdvanceToAsync(AppStage.At(5, 10, 13)));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {rounds} | {opening:N1} | {needs:N1} | {locking:N1} | {perRound:N0} | {week:N1} | {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} |");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task ReportAsync(IDocumentStore store, AppClient client, VirtualScheduler scheduler, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var agency = 0; agency < 2; agency++)
            {
                await client.SendAsync(AppStage.Reporter(agency), HttpMethod.Post, $"rounds/{AppStage.RoundId(round)}/needs", AppStage.Need);
            }

            await foreach (var need in store.AllAsync<Need>(AppStage.RoundId(round), "need-"))
            {
                var agency = need.Document.AgencyId == "v00" ? 0 : 1;
                await client.SendAsync(AppStage.BudgetHolder(agency), HttpMethod.Post, $"rounds/{AppStage.RoundId(round)}/needs/{need.Document.NeedId}/approval", new { version = 1, priceCeiling = 400_000 });
            }
        }

        await scheduler.AdvanceToAsync(scheduler.Now);
    }

    /// <exception cref="InvalidOperationException">A round is not where it should be, so the figures mean nothing.</exception>
    private static async Task EnsureAsync(IDocumentStore store, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var found = await store.FindAsync<Round>(AppStage.RoundId(round), "round");
            if (found?.Document is not { Phase: RoundPhase.AwaitingInvitation, LotIds.Length: 1 })
            {
                throw new InvalidOperationException($"Round {AppStage.RoundId(round)} is in {found?.Document.Phase.ToString() ?? "no phase"} and should await its invitation with one lot.");
            }
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
