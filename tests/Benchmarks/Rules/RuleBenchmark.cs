using System.Diagnostics;
using System.Globalization;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Benchmarks.Rules;

/// <summary>
/// Measures the two rules that grow with a round: consolidation of needs, and ranking of bids. Each row is the median of several runs on inputs made
/// beforehand, after one run to warm up; the processor's time per item shows whether it grows with the number of items.
/// </summary>
internal static class RuleBenchmark
{
    private static readonly int[] Needs = [10_000, 100_000, 1_000_000];
    private static readonly (int Lots, int Bids)[] Evaluations = [(50, 50), (50, 200), (50, 800), (200, 200)];

    public static async Task RunAsync(int runs, TextWriter output)
    {
        await output.WriteLineAsync($"Machine: {Machine.Describe()}");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| rule | input | ms | CPU ms | CPU µs per item | MB allocated |");
        await output.WriteLineAsync("|---|---|---:|---:|---:|---:|");
        foreach (var count in Needs)
        {
            var needs = RuleInputs.Needs(count);
            var figures = Measure(runs, () => ((ConsolidationResult.Consolidated)LotConsolidation.Consolidate(needs)).Lots.Count);
            await output.WriteLineAsync(Row("consolidation", string.Create(CultureInfo.InvariantCulture, $"{count:N0} needs"), count, figures));
        }

        foreach (var (lots, bids) in Evaluations)
        {
            var inputs = RuleInputs.Lots(lots, bids);
            var figures = Measure(runs, () => inputs.Sum(lot => ((ScoringResult.Ranked)LotScoring.Rank(lot.LotId, RuleInputs.Model, lot.Bids)).Ranking.Bids.Count));
            await output.WriteLineAsync(Row("evaluation", $"{lots} lots × {bids} bids", lots * bids, figures));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"Medians of {runs} runs; load average at the end: {Machine.LoadAverage()}.");
    }

    private static (double Milliseconds, double CpuMilliseconds, double Megabytes) Measure(int runs, Func<int> work)
    {
        GC.KeepAlive(work());
        var (times, cpu) = (new List<double>(), new List<double>());
        var before = GC.GetTotalAllocatedBytes();
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            GC.KeepAlive(work());
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            cpu.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }

        var allocated = (GC.GetTotalAllocatedBytes() - before) / (double)runs / (1 << 20);
        times.Sort();
        cpu.Sort();
        return (times[times.Count / 2], cpu[cpu.Count / 2], allocated);
    }

    private static string Row(string rule, string input, int items, (double Milliseconds, double CpuMilliseconds, double Megabytes) figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {rule} | {input} | {figures.Milliseconds:N0} | {figures.CpuMilliseconds:N0} | {figures.CpuMilliseconds * 1000 / items:N2} | {figures.Megabytes:N0} |");
}
