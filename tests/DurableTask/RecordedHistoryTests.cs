using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Tests.DurableTask;

/// <summary>Histories as JSON.</summary>
public sealed class RecordedHistoryTests
{
    static readonly DateTime At = new(2021, 5, 3, 10, 0, 0, DateTimeKind.Utc);
    static readonly TaskFailureDetails Failure = new("Outer", "it failed", null, new TaskFailureDetails("Inner", "because of this", null, null, null), null);

    static readonly HistoryEvent[] Every =
    [
        new TurnStarted(At.AddTicks(1)), RunStarted.Instance, new TaskScheduled(1, "Read", """{"id":"å <b>"}"""), new TaskCompleted(1, "[1,2.50,null]"), new TaskFailed(2, Failure),
        new TimerCreated(3, At.AddDays(7)), new TimerCancelled(3), new TimerFired(4), new ChildScheduled(5, "Lot", "round.1.lot-1", false, "\"lot-1\""), new ChildCompleted(5, "true"),
        new ChildFailed(6, Failure), new EventRaised("Changed", null), new EventSent("round.2", "Changed", "7"), new RunEnded(OrchestrationRuntimeStatus.Failed, null, Failure),
    ];

    [Fact]
    public void Every_kind_of_event_is_written_and_read_alike()
    {
        var history = new RecordedHistory("Run", "round.1", new ParentOrchestrationInstance("Plan", "plan.1"), "{}", "\"open\"", [Every, [new TurnStarted(At)]]);
        var read = RecordedHistory.Parse(history.ToJson());

        Assert.Equal(history.ToJson(), read.ToJson());
        Assert.Equal(Every.Select(Text), read.Turns[0].Select(Text));
        Assert.Equal(history.Parent, read.Parent);
        Assert.Equal(Enum.GetValues<HistoryTag>().Length, Every.Select(happened => happened.GetType()).Distinct().Count());
    }

    /// <summary>Failures are compared as text: their stack traces are not recorded.</summary>
    static string Text(HistoryEvent happened) => happened.ToString();

    [Fact]
    public async Task Code_that_does_something_else_or_is_gone_does_not_pass_a_replay()
    {
        await using var fixture = await EngineFixture.StartAsync(registry => registry.AddOrchestratorFunc("Stray", context => context.CallActivityAsync("Step")).AddActivityFunc("Step", _ => Task.CompletedTask));
        RecordedHistory history = new("Stray", "a", null, null, null, [[new TurnStarted(At), RunStarted.Instance, new TaskScheduled(1, "Other", null)]]);

        Assert.Contains("'Other', but the code did TaskScheduled 'Step'", Assert.Throws<NonDeterministicOrchestrationException>(() => fixture.Engine.Histories.Replay(history)).Message, StringComparison.Ordinal);
        Assert.Contains("No orchestrator task named 'Gone'", Assert.Throws<NonDeterministicOrchestrationException>(() => fixture.Engine.Histories.Replay(new("Gone", "a", null, null, null, []))).Message, StringComparison.Ordinal);
        Assert.Null(fixture.Engine.Histories.Export("nobody"));
    }
}
