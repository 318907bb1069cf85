using System.Diagnostics;
using System.Diagnostics.Metrics;
using Samkjop.Telemetry;

namespace Samkjop.Azure;

/// <summary>
/// What calls cost, in request units, by <c>operation</c> and <c>container</c>: the histogram <see cref="MetricNames.RequestCharge"/>. Attempts that were
/// throttled are not charged for.
/// </summary>
internal sealed class CosmosCharges : IDisposable
{
    private readonly Meter _meter = new(SamkjopTelemetry.Documents);
    private readonly Histogram<double> _charge;

    public CosmosCharges()
    {
        _charge = _meter.CreateHistogram(
            MetricNames.RequestCharge, "{RU}", "Request units charged for calls to the document store.", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 3, 5, 8, 13, 21, 34, 55, 100, 250, 1000] });
    }

    public Meter Meter => _meter;

    public void Record(CosmosOperation operation, double requestUnits) =>
        _charge.Record(requestUnits, new TagList { { "operation", operation.Name }, { "container", operation.Container } });

    public void Dispose() => _meter.Dispose();
}
