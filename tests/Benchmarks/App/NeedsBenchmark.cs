using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Samkjop.Embedded.Runtime;
using Samkjop.People;
using Samkjop.Serialization;

namespace Samkjop.Benchmarks.App;

/// <summary>
/// Needs reported per second through the whole stack — token, roles, idempotency, rules, document, relay to the audit log — beside a bare endpoint that
/// inserts one row. Both commit to disk before they answer; the clients run in the same process and share its cores.
/// </summary>
internal static class NeedsBenchmark
{
    private static readonly int[] Clients = [1, 16, 64];

    public static async Task RunAsync(TimeSpan warmUp, TimeSpan length, string folder, TextWriter output)
    {
        await output.WriteLineAsync($"Machine: {Machine.Describe()}");
        await output.WriteLineAsync($"Disk: {DiskFlush.PerSecond(folder):N0} bare fdatasync/s of 4 KB, in place");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| clients | needs/s | p50 ms | p99 ms | bare inserts/s | p50 ms | p99 ms | share |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var clients in Clients)
        {
            var (bare, app) = (await BareAsync(clients, warmUp, length, folder), await AppAsync(clients, warmUp, length, folder));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {clients} | {app.PerSecond:N0} | {app.P50:N1} | {app.P99:N1} | {bare.PerSecond:N0} | {bare.P50:N1} | {bare.P99:N1} | {app.PerSecond / bare.PerSecond:P0} |"));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"Each run {length.TotalSeconds:N0} s after {warmUp.TotalSeconds:N0} s of warm-up; load average at the end: {Machine.LoadAverage()}.");
    }

    private static async Task<Figures> AppAsync(int clients, TimeSpan warmUp, TimeSpan length, string folder)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await PrepareAsync(data);
            var clock = new ShiftedClock(AppStage.At(4, 29, 9));
            await using var scheduler = new WallScheduler(clock);
            await using var app = AppStage.Create(data, scheduler, fullSync: true);
            await app.StartAsync();
            using var client = new AppClient(app, clock);
            var callers = Enumerable.Range(0, AppStage.Agencies).Select(AppStage.Reporter).ToArray();
            Task Report(int number) => client.SendAsync(callers[number % callers.Length], HttpMethod.Post, $"rounds/{AppStage.RoundId(0)}/needs", AppStage.Need);
            await LoopAsync(clients, warmUp, Report);
            return await LoopAsync(clients, length, Report);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task PrepareAsync(string data)
    {
        await using var scheduler = new VirtualScheduler(AppStage.At(4, 28, 10), jumps: false);
        await using var app = AppStage.Create(data, scheduler, fullSync: false);
        await app.StartAsync();
        using var client = new AppClient(app, scheduler.Clock);
        await AppStage.PlanAsync(client, rounds: 1);
        await scheduler.AdvanceToAsync(AppStage.At(4, 29, 9));
    }

    private static async Task<Figures> BareAsync(int clients, TimeSpan warmUp, TimeSpan length, string folder)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await using var bare = await BareEndpoint.StartAsync(data);
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 }) { BaseAddress = bare.Address };
            async Task Insert(int number)
            {
                using var content = JsonContent.Create(AppStage.Need, options: SamkjopJson.Options);
                using var response = await http.PostAsync("/needs", content);
                response.EnsureSuccessStatusCode();
            }

            await LoopAsync(clients, warmUp, Insert);
            return await LoopAsync(clients, length, Insert);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<Figures> LoopAsync(int clients, TimeSpan length, Func<int, Task> send)
    {
        var began = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, clients).Select(worker => Task.Run(async () =>
        {
            List<double> own = [];
            for (var i = 0; Stopwatch.GetElapsedTime(began) < length; i++)
            {
                var sent = Stopwatch.GetTimestamp();
                await send((i * clients) + worker);
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return own;
        }));
        var times = (await Task.WhenAll(workers)).SelectMany(own => own).Order().ToList();
        return new Figures(times.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, ChainFigures.Percentile(times, 0.5), ChainFigures.Percentile(times, 0.99));
    }

    private sealed record Figures(double PerSecond, double P50, double P99);
}
