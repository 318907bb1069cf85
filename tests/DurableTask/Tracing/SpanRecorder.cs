using System.Collections.Concurrent;
using System.Diagnostics;

namespace Samkjop.Tests.DurableTask.Tracing;

/// <summary>Listens to the engine, but to one trace only: that of a root span which it starts itself.</summary>
public sealed class SpanRecorder : IDisposable
{
    static readonly ActivitySource Roots = new("Samkjop.Tests.Roots");

    readonly ConcurrentQueue<Activity> ended = new();
    readonly ActivityListener listener;
    readonly ActivityTraceId trace = ActivityTraceId.CreateRandom();

    public SpanRecorder()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.DurableTask" or "Samkjop.Tests.Roots",
            Sample = (ref options) => options.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        Root = Roots.StartActivity("request", ActivityKind.Server, new ActivityContext(trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded))!;
    }

    public Activity Root { get; }

    public IReadOnlyList<Activity> Spans => [.. ended.Where(span => span.TraceId == trace && span != Root)];

    public Activity The(string name, ActivityKind kind) => Assert.Single(All(name, kind));

    public IEnumerable<Activity> All(string name, ActivityKind kind) => Spans.Where(span => span.DisplayName == name && span.Kind == kind);

    public void Dispose()
    {
        Root.Dispose();
        listener.Dispose();
    }
}
