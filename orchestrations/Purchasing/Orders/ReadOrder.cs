using System.Text.Json.Serialization;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Which order.</summary>
public sealed record OrderRef(string RoundId, string OrderId);

/// <summary>What the orchestrator needs to know of an order.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot it belongs to.</param>
/// <param name="State">Where it is.</param>
/// <param name="HasEnded">Nothing more is awaited.</param>
/// <param name="Reminders">Reminders sent so far.</param>
/// <param name="NextReminderAt">When the next one is due; null when none is.</param>
/// <param name="NextEscalationAt">When contract manager and officers are told next; null when they are not.</param>
public sealed record OrderProgressReport(
    string RoundId, string LotId, OrderState State, bool HasEnded, int Reminders, Instant? NextReminderAt, Instant? NextEscalationAt = null)
{
    /// <summary>The next thing to do by the clock.</summary>
    [JsonIgnore]
    public Instant? NextStepAt => NextReminderAt is { } reminder && NextEscalationAt is { } escalation
        ? Instant.Min(reminder, escalation)
        : NextReminderAt ?? NextEscalationAt;

    [JsonIgnore]
    public LotRef Lot => new(RoundId, LotId);
}

/// <summary>Reads where an order is.</summary>
public sealed class ReadOrder(IDocumentStore store)
{
    [Function(nameof(ReadOrder))]
    public async Task<OrderProgressReport> RunAsync([ActivityTrigger] OrderRef input, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync<Order>(input.RoundId, input.OrderId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no order '{input.OrderId}' in round '{input.RoundId}'.");
        var order = stored.Document;
        return new OrderProgressReport(
            order.RoundId, order.LotId, order.State, order.HasEnded, order.Reminders.Length, order.NextReminderAt(), order.NextEscalation()?.At);
    }
}
