namespace Samkjop.Benchmarks;

/// <summary>What a run has come to.</summary>
internal sealed record ChainFigures(double InstancesPerSecond, double CommitsPerSecond, double MedianMilliseconds, double P99Milliseconds, double BytesPerActivity)
{
    public static double Percentile(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
