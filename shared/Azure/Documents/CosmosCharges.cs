using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Azure.Cosmos;
using Samkjop.Telemetry;

namespace Samkjop.Azure;

/// <summary>
/// What calls cost, in request units, by <c>operation</c> and <c>container</c>: the histogram <see cref="MetricNames.RequestCharge"/>, and attributes of
/// the span around the call. The SDK's own spans are experimental, behind a switch of the process, and no client spans when they go over the gateway;
/// they stay off.
/// </summary>
internal sealed class CosmosCharges : IDisposable
{
    private const string ChargeAttribute = "azure.cosmosdb.operation.request_charge";

    private readonly Histogram<double> _charge;

    public CosmosCharges() => _charge = Meter.CreateHistogram(
        MetricNames.RequestCharge, "{RU}", "Request units charged for calls to the document store.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 3, 5, 8, 13, 21, 34, 55, 100, 250, 1000] });

    public Meter Meter { get; } = new(SamkjopTelemetry.Documents);

    /// <summary>Notes an answer, whatever it says; a list's pages are added up in its span.</summary>
    public void Record(CosmosOperation operation, ResponseMessage response)
    {
        var requestUnits = response.Headers.RequestCharge;
        _charge.Record(requestUnits, new TagList { { "operation", operation.Name }, { "container", operation.Container } });
        if (Activity.Current is { Source.Name: SamkjopTelemetry.Documents } span)
        {
            span.SetTag(ChargeAttribute, requestUnits + (span.GetTagItem(ChargeAttribute) as double? ?? 0));
            span.SetTag("db.response.status_code", ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Dispose() => Meter.Dispose();
}
