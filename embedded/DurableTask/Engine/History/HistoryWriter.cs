using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Microsoft.DurableTask;

namespace Samkjop.Embedded.DurableTask.History;

/// <summary>Writes events as bytes: a tag, numbers as variable-length integers, text as its length plus one (0 is null) and UTF-8.</summary>
internal sealed class HistoryWriter : IDisposable
{
    byte[] buffer = ArrayPool<byte>.Shared.Rent(512);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public static byte[] Encode(HistoryEvent happened)
    {
        using HistoryWriter writer = new();
        writer.Write(happened);
        return writer.Written.ToArray();
    }

    /// <summary>Forgets what was written after <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => Length = length;

    public void Write(HistoryEvent happened)
    {
        switch (happened)
        {
            case TurnStarted turn: Tag(HistoryTag.TurnStarted).Ticks(turn.At); break;
            case RunStarted: Tag(HistoryTag.RunStarted); break;
            case TaskScheduled task: Tag(HistoryTag.TaskScheduled).Number(task.Id).Text(task.Name).Text(task.Input); break;
            case TaskCompleted task: Tag(HistoryTag.TaskCompleted).Number(task.Id).Text(task.Result); break;
            case TaskFailed task: Tag(HistoryTag.TaskFailed).Number(task.Id).Details(task.Details); break;
            case TimerCreated timer: Tag(HistoryTag.TimerCreated).Number(timer.Id).Ticks(timer.Due); break;
            case TimerCancelled timer: Tag(HistoryTag.TimerCancelled).Number(timer.Id); break;
            case TimerFired timer: Tag(HistoryTag.TimerFired).Number(timer.Id); break;
            case ChildScheduled child: Tag(HistoryTag.ChildScheduled).Number(child.Id).Text(child.Name).Text(child.InstanceId).Number(child.IdIsGenerated ? 1u : 0u).Text(child.Input); break;
            case ChildCompleted child: Tag(HistoryTag.ChildCompleted).Number(child.Id).Text(child.Result); break;
            case ChildFailed child: Tag(HistoryTag.ChildFailed).Number(child.Id).Details(child.Details); break;
            case EventRaised raised: Tag(HistoryTag.EventRaised).Text(raised.Name).Text(raised.Payload); break;
            case EventSent sent: Tag(HistoryTag.EventSent).Text(sent.InstanceId).Text(sent.Name).Text(sent.Payload); break;
            case RunEnded ended: Tag(HistoryTag.RunEnded).Number((uint)ended.Status).Text(ended.Output).Details(ended.Failure); break;
            default: throw new ArgumentException($"{happened.GetType().Name} is not kept in histories.", nameof(happened));
        }
    }

    public void Dispose()
    {
        var returned = Interlocked.Exchange(ref buffer, []);
        if (returned.Length > 0) ArrayPool<byte>.Shared.Return(returned);
        Length = 0;
    }

    HistoryWriter Tag(HistoryTag tag)
    {
        Room(1)[0] = (byte)tag;
        Length++;
        return this;
    }

    HistoryWriter Number(long value)
    {
        var number = (ulong)value;
        var room = Room(10);
        var used = 0;
        for (; number >= 0x80; number >>= 7) room[used++] = (byte)(number | 0x80);
        room[used++] = (byte)number;
        Length += used;
        return this;
    }

    HistoryWriter Ticks(DateTime instant)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(8), instant.Ticks);
        Length += 8;
        return this;
    }

    HistoryWriter Text(string? text)
    {
        if (text is null) return Number(0);
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length + 1L);
        Encoding.UTF8.GetBytes(text, Room(length));
        Length += length;
        return this;
    }

    HistoryWriter Details(TaskFailureDetails? details)
    {
        if (details is null) return Number(0);
        return Number(1).Text(details.ErrorType).Text(details.ErrorMessage).Text(details.StackTrace).Details(details.InnerFailure);
    }

    Span<byte> Room(int length)
    {
        if (Length + length > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, Length + length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(Length);
    }
}
