using System.Collections.Concurrent;
using System.Diagnostics;

namespace Samkjop.Benchmarks;

/// <summary>Chains in a closed loop, and chains that begin at a steady rate.</summary>
internal static class ChainRun
{
    /// <summary>So many at once that there is always one to go on with.</summary>
    public static async Task<ChainFigures> ClosedLoopAsync(BenchmarkPlan plan, bool replay, CancellationToken cancellation)
    {
        await using var rig = await ChainRig.StartAsync(plan.Folder, replay);
        await LoopAsync(rig, plan.Instances, plan.WarmUp, cancellation);
        var commits = rig.File.Statistics.Commits;
        var before = Stopwatch.GetTimestamp();
        var times = await LoopAsync(rig, plan.Instances, plan.Length, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(before);
        return await FiguresAsync(rig, times, elapsed, rig.File.Statistics.Commits - commits);
    }

    /// <summary>A chain begins every so often, whether the others have ended or not; its time counts from when it was due.</summary>
    public static async Task<ChainFigures> SteadyAsync(BenchmarkPlan plan, bool replay, double perSecond, CancellationToken cancellation)
    {
        await using var rig = await ChainRig.StartAsync(plan.Folder, replay);
        await PaceAsync(rig, perSecond, plan.WarmUp, cancellation);
        var commits = rig.File.Statistics.Commits;
        var before = Stopwatch.GetTimestamp();
        var times = await PaceAsync(rig, perSecond, plan.Length, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(before);
        return await FiguresAsync(rig, times, elapsed, rig.File.Statistics.Commits - commits);
    }

    public static async Task<List<double>> LoopAsync(ChainRig rig, int atOnce, TimeSpan length, CancellationToken cancellation)
    {
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var workers = Enumerable.Range(0, atOnce).Select(async worker =>
        {
            List<double> own = [];
            for (var i = 0; Stopwatch.GetTimestamp() < end && !cancellation.IsCancellationRequested; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await rig.RunChainAsync((worker * 1000) + (i % 1000));
                own.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return own;
        });
        return [.. (await Task.WhenAll(workers)).SelectMany(own => own)];
    }

    static async Task<List<double>> PaceAsync(ChainRig rig, double perSecond, TimeSpan length, CancellationToken cancellation)
    {
        ConcurrentBag<double> times = [];
        List<Task> running = [];
        var began = Stopwatch.GetTimestamp();
        var total = (int)(perSecond * length.TotalSeconds);
        for (var number = 0; number < total && !cancellation.IsCancellationRequested;)
        {
            var due = Math.Min(total, (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond));
            for (; number < due; number++) running.Add(OneAsync(began + (long)(number / perSecond * Stopwatch.Frequency), number));
            await Task.Delay(1, cancellation);
        }

        await Task.WhenAll(running);
        return [.. times];

        async Task OneAsync(long due, int number)
        {
            await rig.RunChainAsync(number);
            times.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
        }
    }

    static async Task<ChainFigures> FiguresAsync(ChainRig rig, List<double> times, TimeSpan elapsed, long commits)
    {
        var started = rig.File.Read(session => session.Scalar<long>("SELECT count(*) FROM dt_instance"));
        var size = await rig.CloseAsync();
        times.Sort();
        return new ChainFigures(
            times.Count / elapsed.TotalSeconds,
            commits / elapsed.TotalSeconds,
            ChainFigures.Percentile(times, 0.5),
            ChainFigures.Percentile(times, 0.99),
            size / (started * 3.0));
    }
}
