using System.Runtime.InteropServices;
using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Tracing;

/// <summary>A call or a timer that came to its end in a turn.</summary>
/// <param name="Call">What the orchestrator had decided: an activity, a sub-orchestration or a timer.</param>
/// <param name="Since">When, UTC.</param>
/// <param name="Error">The type of its failure; null when it went well.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Answered(HistoryEvent Call, DateTime Since, string? Error);
