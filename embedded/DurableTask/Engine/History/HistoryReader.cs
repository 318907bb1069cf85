using System.Buffers.Binary;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Samkjop.Embedded.DurableTask.History;

/// <summary>Reads what <see cref="HistoryWriter"/> wrote.</summary>
internal ref struct HistoryReader(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public static List<HistoryEvent> ReadAll(ReadOnlySpan<byte> bytes)
    {
        HistoryReader reader = new(bytes);
        List<HistoryEvent> events = [];
        while (!reader.AtEnd) events.Add(reader.Read());
        return events;
    }

    /// <exception cref="InvalidDataException">The bytes are not a history.</exception>
    public HistoryEvent Read()
    {
        var tag = (HistoryTag)rest[0];
        rest = rest[1..];
        return tag switch
        {
            HistoryTag.TurnStarted => new TurnStarted(Instant()),
            HistoryTag.RunStarted => RunStarted.Instance,
            HistoryTag.TaskScheduled => new TaskScheduled(Id(), Text()!, Text()),
            HistoryTag.TaskCompleted => new TaskCompleted(Id(), Text()),
            HistoryTag.TaskFailed => new TaskFailed(Id(), Details()!),
            HistoryTag.TimerCreated => new TimerCreated(Id(), Instant()),
            HistoryTag.TimerCancelled => new TimerCancelled(Id()),
            HistoryTag.TimerFired => new TimerFired(Id()),
            HistoryTag.ChildScheduled => new ChildScheduled(Id(), Text()!, Text()!, Number() == 1, Text()),
            HistoryTag.ChildCompleted => new ChildCompleted(Id(), Text()),
            HistoryTag.ChildFailed => new ChildFailed(Id(), Details()!),
            HistoryTag.EventRaised => new EventRaised(Text()!, Text()),
            HistoryTag.EventSent => new EventSent(Text()!, Text()!, Text()),
            HistoryTag.RunEnded => new RunEnded((OrchestrationRuntimeStatus)Number(), Text(), Details()),
            _ => throw new InvalidDataException($"A history holds an event of kind {(byte)tag}, which this version does not know. Nothing was changed; run the version that wrote it."),
        };
    }

    int Id() => (int)Number();

    long Number()
    {
        ulong number = 0;
        for (var (i, shift) = (0, 0); ; i++, shift += 7)
        {
            var part = rest[i];
            number |= (ulong)(part & 0x7F) << shift;
            if ((part & 0x80) != 0) continue;
            rest = rest[(i + 1)..];
            return (long)number;
        }
    }

    DateTime Instant()
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[8..];
        return new DateTime(ticks, DateTimeKind.Utc);
    }

    string? Text()
    {
        var length = (int)Number() - 1;
        if (length < 0) return null;
        var text = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[length..];
        return text;
    }

    TaskFailureDetails? Details() => Number() == 0 ? null : new TaskFailureDetails(Text()!, Text()!, Text(), Details(), null);
}
