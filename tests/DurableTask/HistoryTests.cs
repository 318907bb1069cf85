using CsCheck;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Tests.DurableTask;

public sealed class HistoryTests
{
    static readonly Gen<string?> Text = Gen.OneOf(Gen.Const((string?)null), Gen.String.Select(text => (string?)text.Normalized()));
    static readonly Gen<string> Name = Gen.String[Gen.Char.AlphaNumeric, 1, 40];
    static readonly Gen<int> Id = Gen.Int[1, int.MaxValue];
    static readonly Gen<DateTime> Instant = Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => new DateTime(ticks, DateTimeKind.Utc));
    static readonly Gen<TaskFailureDetails> Leaf = Gen.Select(Name, Name, Text, (type, message, stack) => new TaskFailureDetails(type, message, stack, null, null));
    static readonly Gen<TaskFailureDetails> Details = Gen.Select(Leaf, Leaf, Gen.Bool, (outer, inner, nested) => nested ? outer with { InnerFailure = inner } : outer);

    static readonly Gen<HistoryEvent> Event = Gen.OneOf<HistoryEvent>(
        Instant.Select(at => (HistoryEvent)new TurnStarted(at)),
        Gen.Const((HistoryEvent)RunStarted.Instance),
        Gen.Select(Id, Name, Text, (id, name, input) => (HistoryEvent)new TaskScheduled(id, name, input)),
        Gen.Select(Id, Text, (id, result) => (HistoryEvent)new TaskCompleted(id, result)),
        Gen.Select(Id, Details, (id, details) => (HistoryEvent)new TaskFailed(id, details)),
        Gen.Select(Id, Instant, (id, due) => (HistoryEvent)new TimerCreated(id, due)),
        Id.Select(id => (HistoryEvent)new TimerCancelled(id)),
        Id.Select(id => (HistoryEvent)new TimerFired(id)),
        Gen.Select(Id, Name, Name, Gen.Bool, Text, (id, name, instance, generated, input) => (HistoryEvent)new ChildScheduled(id, name, instance, generated, input)),
        Gen.Select(Id, Text, (id, result) => (HistoryEvent)new ChildCompleted(id, result)),
        Gen.Select(Id, Details, (id, details) => (HistoryEvent)new ChildFailed(id, details)),
        Gen.Select(Name, Text, (name, payload) => (HistoryEvent)new EventRaised(name, payload)),
        Gen.Select(Name, Name, Text, (instance, name, payload) => (HistoryEvent)new EventSent(instance, name, payload)),
        Gen.Select(Text, Details, (output, details) => (HistoryEvent)new RunEnded(OrchestrationRuntimeStatus.Failed, output, details)));

    [Fact]
    public void What_is_written_is_read_again() => Event.List[0, 20].Sample(events =>
    {
        using HistoryWriter writer = new();
        foreach (var happened in events) writer.Write(happened);
        return HistoryReader.ReadAll(writer.Written).SequenceEqual(events);
    });

    [Fact]
    public void An_unknown_event_is_an_error_that_says_what_to_do()
    {
        var error = Assert.Throws<InvalidDataException>(() => HistoryReader.ReadAll([200]));
        Assert.Contains("run the version that wrote it", error.Message, StringComparison.Ordinal);
    }
}

static class TextNormalization
{
    /// <summary>Lone surrogates cannot be stored as UTF-8 and never come out of JSON.</summary>
    public static string Normalized(this string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
