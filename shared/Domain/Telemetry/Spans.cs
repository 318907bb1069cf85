using System.Diagnostics;
using Samkjop.Ports;

namespace Samkjop.Telemetry;

/// <summary>What the app's spans have in common.</summary>
public static class Spans
{
    /// <summary>
    /// Notes a fault by its type, never by its words, which may name what is sealed. That somebody else was first, or that a document is there already, is
    /// noted but no error: the caller goes on from there.
    /// </summary>
    public static void Fail(this Activity? span, Exception exception)
    {
        span?.SetTag("error.type", exception.GetType().FullName);
        if (exception is not (DocumentChangedException or DocumentExistsException or BlobExistsException))
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }
}
