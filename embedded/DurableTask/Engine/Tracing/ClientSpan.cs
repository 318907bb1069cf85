using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Samkjop.Embedded.DurableTask.Tracing;

/// <summary>What a client does, told when it is done.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClientSpan(Activity? Span, DurableEngine Engine) : IDisposable
{
    public ActivityContext? Context => Span?.Context;

    public void Dispose() => EngineTracing.End(Span, Engine.Now);
}
