using System.Diagnostics;
using System.Text.RegularExpressions;
using Samkjop.Telemetry;

namespace Samkjop.Tests.Host.Telemetry;

/// <summary>What the traces of a whole round show, through replays and restarts.</summary>
[Collection(ListeningCollection.Name)]
public sealed class RoundTraceTests(RecordedRound round) : IClassFixture<RecordedRound>
{
    /// <summary>Persons and suppliers of <see cref="SpringRound"/>, and what is sealed in the bids of <see cref="Rounds.WholeRound"/>.</summary>
    private static readonly string[] Sealed =
    [
        "andre", "tonje", "kari", "ola", "pia", "eva", "direktor", "kontrakt", "revisor", "bilco", "volt", "974760673", "923609016",
        "420000", "402000", "610000", "Peugeot", "Expert", "Rekkevidde", "Enig", "Karvesvingen", "400000", "Bearer", "whsec_",
    ];

    [Fact]
    public void A_round_is_one_trace_from_the_timer_that_opened_it_to_its_protocol()
    {
        var create = round.Create;
        Assert.Equal("Internal function OpenPlannedRounds", round.ParentOf(create));
        Assert.Equal(9, Named("orchestration:RunPurchaseRound", ActivityKind.Server).Count());
        Assert.All(Named("orchestration:RunPurchaseRound", ActivityKind.Server), run => Assert.Equal(create.SpanId, run.ParentSpanId));
        Assert.NotEmpty(Named("orchestration:AwardLot", ActivityKind.Server));
        Assert.NotEmpty(Named("orchestration:DeliverOrder", ActivityKind.Server));
        Assert.NotEmpty(Named("orchestration:RunPurchaseRound:timer", ActivityKind.Internal));
        Assert.All(
            round.Trace.Where(span => span.Source.Name == SamkjopTelemetry.DurableTask && span != create), span => Assert.Equal(ExpectedParent(span), round.ParentOf(span)));
    }

    [Fact]
    public void Activities_hold_the_worker_s_span_and_that_holds_what_the_store_did()
    {
        var functions = round.Trace.Where(span => span.Source.Name == SamkjopTelemetry.Worker && span.ParentSpanId != default).ToArray();
        Assert.All(functions, span => Assert.Equal($"Server activity:{span.DisplayName["function ".Length..]}", round.ParentOf(span)));
        Assert.Contains(round.Trace, span => span.DisplayName == "read_item rounds" && round.ParentOf(span) == "Internal function ReadRound");
        Assert.All(
            round.Spans.Where(span => span.Source.Name is SamkjopTelemetry.Documents or SamkjopTelemetry.Blobs or SamkjopTelemetry.App && span.ParentSpanId != default),
            span => Assert.NotEqual("none", round.ParentOf(span)));
    }

    [Fact]
    public void Nothing_is_told_twice()
    {
        Assert.DoesNotContain(round.Spans.GroupBy(span => span.SpanId), group => group.Count() > 1);
        var calls = round.Spans.Where(span => span is { Kind: ActivityKind.Client } && span.GetTagItem("durabletask.task.task_id") is not null);
        Assert.DoesNotContain(calls.GroupBy(span => (span.ParentSpanId, span.GetTagItem("durabletask.task.task_id"))), group => group.Count() > 1);
    }

    [Fact]
    public void No_span_names_a_person_a_supplier_or_what_was_sealed()
    {
        var told = round.Spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.DisplayName).Append(span.StatusDescription ?? "")
            .Concat(span.Events.SelectMany(e => e.Tags.Select(tag => $"{tag.Value}")))).Distinct(StringComparer.Ordinal).ToArray();

        Assert.True(told.Length > 100, "There is hardly anything to look at.");
        Assert.All(Sealed, word => Assert.DoesNotContain(told, text => Regex.IsMatch(text, $@"(?<![a-z]){word}(?![a-z])", RegexOptions.IgnoreCase)));
    }

    private IEnumerable<Activity> Named(string name, ActivityKind kind) => round.Trace.Where(span => span.DisplayName == name && span.Kind == kind);

    private static string ExpectedParent(Activity span) => span switch
    {
        { Kind: ActivityKind.Server, DisplayName: "orchestration:RunPurchaseRound" } => "Producer create_orchestration:RunPurchaseRound",
        { Kind: ActivityKind.Server } => $"Client {span.DisplayName}",
        _ => $"Server orchestration:{OrchestratorOf(span)}",
    };

    /// <summary>By the instance's id: <c>round.{id}</c>, <c>round.{id}.{lot}</c> or <c>round.{id}.{order}</c>.</summary>
    private static string OrchestratorOf(Activity span) => $"{span.GetTagItem("durabletask.task.instance_id")}".Split('.') switch
    {
        [_, _] => "RunPurchaseRound",
        [_, _, var order] when order.StartsWith("order-", StringComparison.Ordinal) => "DeliverOrder",
        _ => "AwardLot",
    };
}
