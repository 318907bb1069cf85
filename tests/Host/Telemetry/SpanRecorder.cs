using System.Collections.Concurrent;
using System.Diagnostics;
using Samkjop.Telemetry;

namespace Samkjop.Tests.Host.Telemetry;

/// <summary>
/// Records every span that ends in this process; tests that use it run alone. Its own root, <see cref="Request"/>, stands for somebody who calls with a
/// trace of their own.
/// </summary>
internal sealed class SpanRecorder : IDisposable
{
    private const string Web = "Microsoft.AspNetCore";

    private readonly ActivitySource _callers = new("Samkjop.Tests.Callers");
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        var names = SamkjopTelemetry.Sources.Append(Web).Append(_callers.Name).ToHashSet(StringComparer.Ordinal);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => names.Contains(source.Name),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Spans => [.. _ended];

    /// <summary>Begins a trace; what is called until it is disposed belongs to it.</summary>
    public Activity Request() => _callers.StartActivity("caller", ActivityKind.Client)!;

    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. Spans.Where(span => span.TraceId == trace)];

    public void Dispose()
    {
        _listener.Dispose();
        _callers.Dispose();
    }
}

/// <summary>Tests that listen to the whole process, and so run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListeningCollection
{
    public const string Name = "listening";
}
