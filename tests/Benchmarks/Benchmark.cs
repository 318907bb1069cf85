using System.Globalization;

namespace Samkjop.Benchmarks;

/// <summary>Runs the plan and prints a table that can stand in a README.</summary>
internal static class Benchmark
{
    public static async Task RunAsync(BenchmarkPlan plan, TextWriter output, CancellationToken cancellation)
    {
        Directory.CreateDirectory(plan.Folder);
        await output.WriteLineAsync($"Machine: {Machine.Describe()}");
        await output.WriteLineAsync($"Disk: {DiskFlush.PerSecond(plan.Folder):N0} bare fdatasync/s of 4 KB, in place");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| scenario | replay | instances/s | activities/s | commits (fsync)/s | p50 ms | p99 ms | bytes/activity | raw limit, instances/s | share of it |");
        await output.WriteLineAsync("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var replay in plan.ReplayModes)
        {
            var raw = await RawLimit.MeasureAsync(plan, replay, cancellation);
            var most = await ChainRun.ClosedLoopAsync(plan, replay, cancellation);
            await output.WriteLineAsync(Row($"chains of 3, {plan.Instances} at once", replay, most, raw));
            foreach (var rate in plan.SteadyRates)
            {
                await output.WriteLineAsync(Row($"chains of 3, steady {rate:N0}/s", replay, await ChainRun.SteadyAsync(plan, replay, rate, cancellation), null));
            }

            var half = await ChainRun.SteadyAsync(plan, replay, most.InstancesPerSecond / 2, cancellation);
            await output.WriteLineAsync(Row("chains of 3, steady at half of the first row", replay, half, null));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"Each run {plan.Length.TotalSeconds:N0} s after {plan.WarmUp.TotalSeconds:N0} s of warm-up; WAL, synchronous=FULL; load average at the end: {Machine.LoadAverage()}.");
    }

    static string Row(string scenario, bool replay, ChainFigures figures, double? raw) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {scenario} | {(replay ? "forced" : "off")} | {figures.InstancesPerSecond:N0} | {figures.InstancesPerSecond * 3:N0} | {figures.CommitsPerSecond:N0} | {figures.MedianMilliseconds:N1} | {figures.P99Milliseconds:N1} | {figures.BytesPerActivity:N0} | {(raw is { } limit ? limit.ToString("N0", CultureInfo.InvariantCulture) : "")} | {(raw is { } most ? (figures.InstancesPerSecond / most).ToString("P0", CultureInfo.InvariantCulture) : "")} |");
}
