using System.Diagnostics;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Telemetry;

/// <summary>What the trace of a request shows.</summary>
[Collection(ListeningCollection.Name)]
public sealed class RequestTraceTests
{
    [Fact]
    public async Task A_request_is_a_trace_through_function_decision_and_store_and_the_relay_is_linked_to_it()
    {
        await using var round = await SpringRound.WithLotsAsync();
        using var recorder = new SpanRecorder();
        ActivityTraceId id;
        using (var caller = recorder.Request())
        {
            id = caller.TraceId;
            var etag = (await round.Officer.GetAsync("rounds/2021-1")).ETag;
            Assert.Equal(200, (await round.Officer.PutAsync("rounds/2021-1/procurement-document", SpringRound.Document(), etag)).Code);
        }

        await round.App.SettleAsync();
        var trace = recorder.Of(id);
        var decide = Assert.Single(trace, span => span.DisplayName == "decide round");
        var write = Assert.Single(trace, span => span.DisplayName == "replace_item rounds" && span.ParentSpanId == decide.SpanId);
        var function = Assert.Single(trace, span => span.SpanId == decide.ParentSpanId);
        Assert.Equal("function WriteProcurementDocument", function.DisplayName);
        Assert.Equal(ActivityKind.Server, Assert.Single(trace, span => span.SpanId == function.ParentSpanId).Kind);
        Assert.Equal(
            ["samkjop.kind=round", "samkjop.round.id=2021-1", "samkjop.attempts=1", "samkjop.events=1", "samkjop.outcome=accepted", "samkjop.round.phase=awaiting-invitation"],
            Tags(decide));
        Assert.Equal(["db.system.name=sqlite", "db.operation.name=replace_item", "db.collection.name=rounds", "samkjop.kind=round"], Tags(write));

        var relay = Assert.Single(recorder.Spans, span => span.DisplayName == "relay round" && span.Links.Any(link => link.Context.TraceId == id));
        Assert.Equal(decide.SpanId, relay.Links.Single().Context.SpanId);
        Assert.NotEqual(id, relay.TraceId);
    }

    [Fact]
    public async Task A_refusal_is_told_by_its_code()
    {
        await using var round = await SpringRound.OpenAsync();
        using var recorder = new SpanRecorder();
        var need = (await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()))).Json.GetProperty("needId").GetString();
        var refused = await round.BudgetHolder.PostAsync($"rounds/2021-1/needs/{need}/approval", new { version = 7, priceCeiling = 400_000 });

        Assert.Contains(recorder.Spans, span => span.DisplayName == "decide need" && Equals(span.GetTagItem("samkjop.outcome"), refused.Problem));
    }

    [Fact]
    public async Task An_orchestration_that_a_request_starts_belongs_to_the_request()
    {
        using var recorder = new SpanRecorder();
        ActivityTraceId id;
        using (var caller = recorder.Request())
        {
            id = caller.TraceId;
            await using var round = await SealedRound.StartAsync();
        }

        var trace = recorder.Of(id);
        string? ParentOf(Activity span) => trace.FirstOrDefault(other => other.SpanId == span.ParentSpanId)?.DisplayName;
        Activity The(string name, ActivityKind kind) => trace.First(span => span.DisplayName == name && span.Kind == kind);
        Assert.Equal("caller", ParentOf(The("create_orchestration:RunPurchaseRound", ActivityKind.Producer)));
        Assert.Equal("activity:ReadRound", ParentOf(The("activity:ReadRound", ActivityKind.Server)));
        Assert.Equal("activity:ReadRound", ParentOf(The("function ReadRound", ActivityKind.Internal)));
        Assert.Contains(trace, span => span.DisplayName == "read_item rounds" && ParentOf(span) == "function ReadRound");
    }

    private static IEnumerable<string> Tags(Activity span) => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}");
}
