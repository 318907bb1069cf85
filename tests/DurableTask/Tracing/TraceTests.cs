using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;

namespace Samkjop.Tests.DurableTask.Tracing;

/// <summary>The engine's spans: those of the real one, once each, through replays and restarts.</summary>
public sealed class TraceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_orchestration_and_all_that_it_calls_are_one_trace(bool replayEveryTurn)
    {
        using SpanRecorder recorder = new();
        await using var fixture = await EngineFixture.StartAsync(Shop, new DurableEngineOptions { ReplayEveryTurn = replayEveryTurn });
        await fixture.Client.ScheduleNewOrchestrationInstanceAsync("Sell", "car", new StartOrchestrationOptions("sale-1"));
        await fixture.Client.RaiseEventAsync("sale-1", "Paid", "yes");
        await fixture.EndOfAsync("sale-1");

        var create = recorder.The("create_orchestration:Sell", ActivityKind.Producer);
        var sale = recorder.The("orchestration:Sell", ActivityKind.Server);
        var call = recorder.The("activity:Wrap", ActivityKind.Client);
        var wrap = recorder.The("activity:Wrap", ActivityKind.Server);
        var timer = recorder.The("orchestration:Sell:timer", ActivityKind.Internal);
        var send = recorder.The("orchestration:Send", ActivityKind.Client);
        var sent = recorder.The("orchestration:Send", ActivityKind.Server);
        var paid = recorder.The("orchestration_event:Paid", ActivityKind.Producer);

        Assert.Equal(recorder.Root.SpanId, create.ParentSpanId);
        Assert.Equal(recorder.Root.SpanId, paid.ParentSpanId);
        Assert.Equal(create.SpanId, sale.ParentSpanId);
        Assert.All([call, timer, send], span => Assert.Equal(sale.SpanId, span.ParentSpanId));
        Assert.Equal(call.SpanId, wrap.ParentSpanId);
        Assert.Equal(send.SpanId, sent.ParentSpanId);
        Assert.Equal(8, recorder.Spans.Count);
        Assert.Equal(["durabletask.type=orchestration", "durabletask.task.name=Sell", "durabletask.task.instance_id=sale-1", "durabletask.task.status=Completed"], Tags(sale));
        Assert.Equal(["durabletask.type=activity", "durabletask.task.name=Wrap", "durabletask.task.instance_id=sale-1", "durabletask.task.task_id=1"], Tags(call));
        Assert.Equal(["durabletask.type=event", "durabletask.task.name=Paid", "durabletask.event.target_instance_id=sale-1"], Tags(paid));
        Assert.True(sale.StartTimeUtc <= call.StartTimeUtc && call.StartTimeUtc + call.Duration <= sale.StartTimeUtc + sale.Duration);
    }

    [Fact]
    public async Task A_trace_goes_on_after_a_restart_and_tells_nothing_twice()
    {
        using SpanRecorder recorder = new();
        await using var fixture = await EngineFixture.StartAsync(Shop);
        await fixture.Client.ScheduleNewOrchestrationInstanceAsync("Sell", "car", new StartOrchestrationOptions("sale-1"));
        await fixture.Client.WaitForInstanceStartAsync("sale-1");
        await WrappedAsync(recorder);
        await fixture.KillAsync();
        await fixture.OpenAsync(Shop);
        await fixture.Client.RaiseEventAsync("sale-1", "Paid", "yes");
        await fixture.EndOfAsync("sale-1");

        var sale = recorder.The("orchestration:Sell", ActivityKind.Server);
        Assert.Equal(recorder.The("create_orchestration:Sell", ActivityKind.Producer).SpanId, sale.ParentSpanId);
        Assert.Equal(sale.SpanId, recorder.The("activity:Wrap", ActivityKind.Client).ParentSpanId);
        Assert.Equal(sale.SpanId, recorder.The("orchestration:Send", ActivityKind.Client).ParentSpanId);
        Assert.True(sale.StartTimeUtc <= recorder.The("activity:Wrap", ActivityKind.Client).StartTimeUtc);
    }

    [Fact]
    public async Task Runs_that_begin_anew_are_spans_side_by_side()
    {
        using SpanRecorder recorder = new();
        await using var fixture = await EngineFixture.StartAsync(registry => registry.AddOrchestratorFunc<int, int>("Count", (context, number) =>
        {
            if (number > 0) context.ContinueAsNew(number - 1);
            return Task.FromResult(number);
        }));
        await fixture.RunAsync("Count", 2);

        var runs = recorder.All("orchestration:Count", ActivityKind.Server).ToArray();
        Assert.Equal(["ContinuedAsNew", "ContinuedAsNew", "Completed"], runs.Select(run => run.GetTagItem("durabletask.task.status")));
        Assert.Equal(3, runs.Select(run => run.SpanId).Distinct().Count());
        Assert.Single(runs.Select(run => run.ParentSpanId).Distinct());
    }

    [Fact]
    public async Task A_failure_is_told_by_its_type_and_not_by_its_words()
    {
        using SpanRecorder recorder = new();
        await using var fixture = await EngineFixture.StartAsync(registry => registry
            .AddActivityFunc<string, string>("Fail", (_, _) => Task.FromException<string>(new InvalidOperationException("sealed")))
            .AddOrchestratorFunc<string, string>("Try", (context, input) => context.CallActivityAsync<string>("Fail", input)));
        await fixture.RunAsync("Try", "x");

        var failed = recorder.Spans.Where(span => span.Status == ActivityStatusCode.Error).ToArray();
        Assert.Equal(["activity:Fail", "activity:Fail", "orchestration:Try"], failed.Select(span => span.DisplayName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(failed, span => span.StatusDescription!.Contains("sealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_orchestration_that_began_unheard_stays_untold()
    {
        await using var fixture = await EngineFixture.StartAsync(Shop);
        await fixture.Client.ScheduleNewOrchestrationInstanceAsync("Sell", "car", new StartOrchestrationOptions("sale-1"));
        using SpanRecorder recorder = new();
        await fixture.Client.RaiseEventAsync("sale-1", "Paid", "yes");
        await fixture.EndOfAsync("sale-1");

        Assert.Equal(["orchestration_event:Paid"], recorder.Spans.Select(span => span.DisplayName));
    }

    static void Shop(DurableTaskRegistry registry) => registry
        .AddActivityFunc<string, string>("Wrap", (_, thing) => $"wrapped {thing}")
        .AddOrchestratorFunc<string, string>("Send", (_, parcel) => Task.FromResult($"sent {parcel}"))
        .AddOrchestratorFunc<string, string>("Sell", async (context, thing) =>
        {
            var parcel = await context.CallActivityAsync<string>("Wrap", thing);
            await context.CreateTimer(context.CurrentUtcDateTime.AddMilliseconds(1), CancellationToken.None);
            await context.WaitForExternalEvent<string>("Paid");
            return await context.CallSubOrchestratorAsync<string>("Send", parcel);
        });

    static async Task WrappedAsync(SpanRecorder recorder)
    {
        while (!recorder.All("activity:Wrap", ActivityKind.Client).Any()) await Task.Yield();
    }

    static IEnumerable<string> Tags(Activity span) => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}");
}
