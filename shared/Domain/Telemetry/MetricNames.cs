namespace Samkjop.Telemetry;

/// <summary>
/// Instruments of the meter <see cref="SamkjopTelemetry.App"/>, but for <see cref="RequestCharge"/>. Dashboards and alerts name them: wire format.
/// The gauges are recorded by each sweep, once an hour, by the machine that ran it: an alert looks two hours back and takes the maximum.
/// </summary>
public static class MetricNames
{
    /// <summary>Gauge, {round}: rounds by <see cref="TelemetryTags.Phase"/>; a phase without rounds is 0.</summary>
    public const string Rounds = "samkjop.rounds";

    /// <summary>
    /// Gauge, {round}: rounds that should have moved and have not, by <see cref="TelemetryTags.Reason"/>: <c>orchestration-missing</c>,
    /// <c>orchestration-ended</c>, <c>deadline-passed</c>, each for more than an hour. Above 0 in two sweeps running somebody should look.
    /// </summary>
    public const string StuckRounds = "samkjop.rounds.stuck";

    /// <summary>Gauge, {order}: open orders of which something is overdue.</summary>
    public const string OverdueOrders = "samkjop.orders.overdue";

    /// <summary>Gauge, {document}: documents whose events were not relayed when the sweep began.</summary>
    public const string PendingRelay = "samkjop.relay.pending";

    /// <summary>Gauge, s: age of the oldest of those events; 0 when there is none. Above two hours the relay is failing.</summary>
    public const string OldestPending = "samkjop.relay.pending.age";

    /// <summary>Gauge, {message}: messages that were given up, by <see cref="TelemetryTags.Queue"/>. Above 0 somebody should look.</summary>
    public const string PoisonMessages = "samkjop.queues.poisoned";

    /// <summary>Counter, {sweep}: sweeps that came to their end. None within two hours: nothing is guaranteed any more.</summary>
    public const string Sweeps = "samkjop.sweeps";

    /// <summary>Counter, {event}: events brought to an audit log.</summary>
    public const string RelayedEvents = "samkjop.relay.events";

    /// <summary>Counter, {webhook}: webhooks received, by <see cref="TelemetryTags.Verdict"/> on their signature: <c>accepted</c>, <c>too-old</c>, …</summary>
    public const string WebhookVerdicts = "samkjop.webhooks.verdicts";

    /// <summary>Counter, {webhook}: what became of accepted webhooks, by <see cref="TelemetryTags.Outcome"/>: <c>applied</c>, <c>refused</c> or <c>unknown-type</c>.</summary>
    public const string WebhookOutcomes = "samkjop.webhooks.outcomes";

    /// <summary>Counter, {request}: requests answered with a problem, by <see cref="TelemetryTags.Outcome"/> (the problem's code) and <c>http.response.status_code</c>.</summary>
    public const string Refusals = "samkjop.http.refusals";

    /// <summary>Counter, {receipt}: receipts of uploads, by <see cref="TelemetryTags.Verdict"/>.</summary>
    public const string Receipts = "samkjop.receipts";

    /// <summary>Histogram, {RU}, of the meter <see cref="SamkjopTelemetry.Documents"/>: request charge by <c>operation</c> and <c>container</c>; the Cosmos adapter records it.</summary>
    public const string RequestCharge = "samkjop.documents.request_charge";
}
