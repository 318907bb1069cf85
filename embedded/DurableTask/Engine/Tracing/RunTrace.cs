using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Samkjop.Embedded.DurableTask.Tracing;

/// <summary>
/// Where the spans of one run belong. The ids of the run's own span and of its calls follow from what started the orchestration, so that every turn
/// knows them, in this process and after a restart, and nothing but the beginning need be stored.
/// </summary>
/// <param name="Parent">The span that started the orchestration.</param>
/// <param name="Span">The run's own span.</param>
internal sealed record RunTrace(ActivityContext Parent, ActivityContext Span)
{
    /// <param name="parent">The span that started the orchestration.</param>
    /// <param name="number">The orchestration's number in the store.</param>
    /// <param name="generation">Which run of it.</param>
    public static RunTrace Of(ActivityContext parent, long number, int generation) => new(parent, Derive(parent, number, generation));

    /// <summary>The span of a call, which is the parent of what was called.</summary>
    public ActivityContext Call(int taskId) => Derive(Span, taskId, 0);

    static ActivityContext Derive(ActivityContext from, long number, int second)
    {
        Span<byte> source = stackalloc byte[36];
        from.TraceId.CopyTo(source[..16]);
        from.SpanId.CopyTo(source[16..24]);
        BinaryPrimitives.WriteInt64LittleEndian(source[24..], number);
        BinaryPrimitives.WriteInt32LittleEndian(source[32..], second);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        return new ActivityContext(from.TraceId, ActivitySpanId.CreateFromBytes(hash[..8]), from.TraceFlags, from.TraceState);
    }
}
