using System.Buffers.Binary;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.DurableTask;

/// <summary>
/// Ids for orchestrations that got none: they rise with time (RFC 9562, version 7), which keeps inserts cheap; on a
/// virtual clock they follow from time and number alone, so that a rehearsal repeats them.
/// </summary>
internal sealed class InstanceIds(WorkScheduler scheduler)
{
    public string Next(long number)
    {
        var now = scheduler.Clock.GetUtcNow();
        if (!scheduler.IsVirtual) return Guid.CreateVersion7(now).ToString("N");
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number);
        bytes[6] = 0x70;
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("N");
    }
}
