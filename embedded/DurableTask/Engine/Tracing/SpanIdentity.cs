using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Samkjop.Embedded.DurableTask.Tracing;

/// <summary>
/// Gives a span an id that others know already: a call's span is told when the answer comes, long after what it called has named it as its parent.
/// .NET offers no way, so this sets the field, as the real packages do.
/// </summary>
internal static class SpanIdentity
{
    public static void Take(Activity span, ActivitySpanId id)
    {
        SpanId(span) = id.ToHexString();
        Id(span) = null;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    static extern ref string? SpanId(Activity span);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_id")]
    static extern ref string? Id(Activity span);
}
