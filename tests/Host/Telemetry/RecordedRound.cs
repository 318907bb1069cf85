using System.Diagnostics;
using Samkjop.Embedded.DurableTask;
using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Telemetry;

/// <summary>The spans of a whole round, played once for several tests: replayed on every turn, and restarted after every step.</summary>
public sealed class RecordedRound : IAsyncLifetime
{
    private Dictionary<(ActivityTraceId, ActivitySpanId), Activity> _byId = [];

    public IReadOnlyList<Activity> Spans { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using var recorder = new SpanRecorder();
        await WholeRound.PlayAsync(new DurableEngineOptions { ReplayEveryTurn = true }, between: (round, _) => round.RestartAsync());
        Spans = recorder.Spans;
        _byId = Spans.GroupBy(span => (span.TraceId, span.SpanId)).ToDictionary(group => group.Key, group => group.First());
        Create = Assert.Single(Spans, span => span.DisplayName == "create_orchestration:RunPurchaseRound");
        Trace = [.. Spans.Where(span => span.TraceId == Create.TraceId)];
    }

    /// <summary>The span that began the round's orchestration; there must be one.</summary>
    public Activity Create { get; private set; } = null!;

    /// <summary>What belongs to its trace.</summary>
    public IReadOnlyList<Activity> Trace { get; private set; } = [];

    /// <summary>Kind and name of the span around this one; <c>none</c> when it was never told.</summary>
    public string ParentOf(Activity span) => _byId.TryGetValue((span.TraceId, span.ParentSpanId), out var parent) ? $"{parent.Kind} {parent.DisplayName}" : "none";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
