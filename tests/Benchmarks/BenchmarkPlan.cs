namespace Samkjop.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record BenchmarkPlan(TimeSpan Length, TimeSpan WarmUp, int Instances, IReadOnlyList<bool> ReplayModes, IReadOnlyList<double> SteadyRates, string Folder);
