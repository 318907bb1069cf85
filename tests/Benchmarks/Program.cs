using System.CommandLine;
using Samkjop.Benchmarks;
using Samkjop.Benchmarks.App;
using Samkjop.Benchmarks.Rules;

Option<int> seconds = new("--seconds") { Description = "Length of each measured run.", DefaultValueFactory = _ => 10 };
Option<int> warmUp = new("--warm-up") { Description = "Length of the run before it, in seconds.", DefaultValueFactory = _ => 5 };
Option<int> instances = new("--instances") { Description = "Orchestrations in flight in the closed loop.", DefaultValueFactory = _ => 400 };
Option<bool> offOnly = new("--replay-off-only") { Description = "Leave out the runs with forced replay." };
Option<double[]> steady = new("--steady") { Description = "Steady loads to measure beside half of the maximum, chains per second.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1500, 5000] };
Option<DirectoryInfo> folder = new("--folder") { Description = "Where the databases are put; the disk is part of the figures.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "data")) };

RootCommand command = new("Measures the embedded durable engine: chains of three activities on one SQLite file, WAL, synchronous=FULL.") { seconds, warmUp, instances, offOnly, steady, folder };
command.SetAction(async (parsed, cancellation) =>
{
    BenchmarkPlan plan = new(
        TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
        parsed.GetValue(instances),
        parsed.GetValue(offOnly) ? [false] : [false, true],
        parsed.GetValue(steady)!,
        parsed.GetValue(folder)!.FullName);
    await Benchmark.RunAsync(plan, Console.Out, cancellation);
});

Option<int> runs = new("--runs") { Description = "Measured runs of each row.", DefaultValueFactory = _ => 7 };
Command rules = new("rules", "Measures consolidation of needs and ranking of bids in memory.") { runs };
rules.SetAction(parsed => RuleBenchmark.RunAsync(parsed.GetValue(runs), Console.Out));
command.Add(rules);

Command needs = new("needs", "Measures needs reported per second through the whole HTTP stack, beside a bare endpoint with one insert.") { seconds, warmUp, folder };
needs.SetAction(parsed => NeedsBenchmark.RunAsync(
    TimeSpan.FromSeconds(parsed.GetValue(warmUp)), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(folder)!.FullName, Console.Out));
command.Add(needs);

Command rounds = new("rounds", "Measures 50, 100 and 200 rounds at once on virtual time.") { folder };
rounds.SetAction(parsed => RoundsBenchmark.RunAsync(parsed.GetValue(folder)!.FullName, Console.Out));
command.Add(rounds);
return await command.Parse(args).InvokeAsync();
