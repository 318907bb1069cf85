using System.Diagnostics.Metrics;
using Samkjop.Telemetry;

namespace Samkjop.Tests.Host.Telemetry;

/// <summary>Adds up what one app's instruments record, and no other's in this process; a gauge keeps its last value.</summary>
internal sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public MetricRecorder(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SamkjopTelemetry.App && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Every series, as <c>name tag=value …</c>.</summary>
    public IReadOnlyCollection<string> Series
    {
        get
        {
            lock (_gate)
            {
                return [.. _values.Keys];
            }
        }
    }

    /// <summary>The value of a series; null when it was never recorded.</summary>
    public double? this[string series]
    {
        get
        {
            lock (_gate)
            {
                return _values.TryGetValue(series, out var value) ? value : null;
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
        lock (_gate)
        {
            _values[series] = instrument is Counter<long> ? _values.GetValueOrDefault(series) + value : value;
        }
    }
}

/// <summary>Owns the meters of one test.</summary>
internal sealed class TestMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
