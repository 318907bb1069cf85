using System.Diagnostics;

namespace Samkjop.Telemetry;

/// <summary>
/// Names of what can be listened to. A host that exports telemetry subscribes to <see cref="Sources"/> and <see cref="Meters"/>; nothing is recorded
/// while nobody listens. Below the hosts everything goes through System.Diagnostics alone.
/// </summary>
public static class SamkjopTelemetry
{
    /// <summary>Source of spans and meter of the app itself: commands, the relay, the sweep.</summary>
    public const string App = "Samkjop";

    /// <summary>Source of client spans of the document store, and meter of its request charge.</summary>
    public const string Documents = "Samkjop.Documents";

    /// <summary>Source of client spans of the blob store.</summary>
    public const string Blobs = "Samkjop.Blobs";

    /// <summary>Source of the durable engine's spans, the real one's and the embedded one's.</summary>
    public const string DurableTask = "Microsoft.DurableTask";

    /// <summary>Source of the worker's spans: one per invocation of a function.</summary>
    public const string Worker = "Microsoft.Azure.Functions.Worker";

    /// <summary>Every source of spans that both hosts have.</summary>
    public static IReadOnlyList<string> Sources { get; } = [App, Documents, Blobs, DurableTask, Worker];

    /// <summary>Every meter that both hosts have.</summary>
    public static IReadOnlyList<string> Meters { get; } = [App, Documents];

    /// <summary>Starts the app's own spans.</summary>
    public static ActivitySource Source { get; } = new(App);
}
