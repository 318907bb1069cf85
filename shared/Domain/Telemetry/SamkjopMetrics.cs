using System.Diagnostics.Metrics;
using Samkjop.Health;
using Samkjop.Purchasing;

namespace Samkjop.Telemetry;

/// <summary>The app's instruments; <see cref="MetricNames"/> says what each counts.</summary>
public sealed class SamkjopMetrics
{
    private readonly Gauge<int> _rounds;
    private readonly Gauge<int> _stuckRounds;
    private readonly Gauge<int> _overdueOrders;
    private readonly Gauge<int> _pendingRelay;
    private readonly Gauge<double> _oldestPending;
    private readonly Gauge<int> _poisonMessages;
    private readonly Counter<long> _sweeps;
    private readonly Counter<long> _relayedEvents;
    private readonly Counter<long> _webhookVerdicts;
    private readonly Counter<long> _webhookOutcomes;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _receipts;

    /// <param name="meters">The host's; it owns the meter.</param>
    public SamkjopMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(SamkjopTelemetry.App);
        _rounds = meter.CreateGauge<int>(MetricNames.Rounds, "{round}", "Rounds by phase.");
        _stuckRounds = meter.CreateGauge<int>(MetricNames.StuckRounds, "{round}", "Rounds that should have moved more than an hour ago and have not.");
        _overdueOrders = meter.CreateGauge<int>(MetricNames.OverdueOrders, "{order}", "Open orders of which vehicles are overdue.");
        _pendingRelay = meter.CreateGauge<int>(MetricNames.PendingRelay, "{document}", "Documents whose events had not been relayed when the sweep began.");
        _oldestPending = meter.CreateGauge<double>(MetricNames.OldestPending, "s", "Age of the oldest event that had not been relayed.");
        _poisonMessages = meter.CreateGauge<int>(MetricNames.PoisonMessages, "{message}", "Messages that were given up.");
        _sweeps = meter.CreateCounter<long>(MetricNames.Sweeps, "{sweep}", "Sweeps that came to their end.");
        _relayedEvents = meter.CreateCounter<long>(MetricNames.RelayedEvents, "{event}", "Events brought to an audit log.");
        _webhookVerdicts = meter.CreateCounter<long>(MetricNames.WebhookVerdicts, "{webhook}", "Webhooks received, by the verdict on their signature.");
        _webhookOutcomes = meter.CreateCounter<long>(MetricNames.WebhookOutcomes, "{webhook}", "What became of accepted webhooks.");
        _refusals = meter.CreateCounter<long>(MetricNames.Refusals, "{request}", "Requests answered with a problem.");
        _receipts = meter.CreateCounter<long>(MetricNames.Receipts, "{receipt}", "Receipts of uploads, by verdict.");
    }

    /// <summary>A sweep came to its end: every gauge is set to what it found.</summary>
    public void Swept(SweepReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var phase in Enum.GetValues<RoundPhase>().Where(phase => phase is not RoundPhase.Closed))
        {
            _rounds.Record(report.Rounds.FirstOrDefault(r => r.Phase == phase)?.Count ?? 0, Tag(TelemetryTags.Phase, Words.Of(phase)));
        }

        foreach (var reason in Enum.GetValues<StuckReason>())
        {
            _stuckRounds.Record(report.Stuck.Count(s => s.Reason == reason), Tag(TelemetryTags.Reason, Words.Of(reason)));
        }

        foreach (var queue in Ports.PoisonQueues.All)
        {
            _poisonMessages.Record(report.Poisoned.FirstOrDefault(p => p.Queue == queue)?.Count ?? 0, Tag(TelemetryTags.Queue, queue));
        }

        _overdueOrders.Record(report.OverdueOrders);
        _pendingRelay.Record(report.PendingDocuments);
        _oldestPending.Record(report.OldestPendingAt is { } oldest ? (report.CompletedAt - oldest).TotalSeconds : 0);
        _sweeps.Add(1);
    }

    public void Relayed(int events)
    {
        if (events > 0)
        {
            _relayedEvents.Add(events);
        }
    }

    public void WebhookVerified(Enum verdict) => _webhookVerdicts.Add(1, Tag(TelemetryTags.Verdict, Words.Of(verdict)));

    public void WebhookProcessed(Enum state) => _webhookOutcomes.Add(1, Tag(TelemetryTags.Outcome, Words.Of(state)));

    public void Refused(string code, int status) => _refusals.Add(1, Tag(TelemetryTags.Outcome, code), Tag("http.response.status_code", status));

    public void ReceiptGiven(Enum verdict) => _receipts.Add(1, Tag(TelemetryTags.Verdict, Words.Of(verdict)));

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
