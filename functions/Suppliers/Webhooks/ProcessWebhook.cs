using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing;
using Samkjop.Functions.Purchasing.Orders;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;
using Samkjop.Suppliers.Inbox;
using Samkjop.Telemetry;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>Applies a stored webhook to its order, once: the order knows the entry by the webhook's id, the inbox says what became of it.</summary>
public sealed partial class ProcessWebhook(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, SamkjopMetrics metrics, ILogger<ProcessWebhook> logger)
{
    [Function(nameof(ProcessWebhook))]
    public async Task RunAsync(
        [QueueTrigger(WorkQueues.WebhookInbox, Connection = "Storage")] string message, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var (supplierId, id) = InboxMessage.Parse(message);
        var stored = await store.FindAsync<ReceivedWebhook>(supplierId, id, cancellationToken);
        if (stored is not { Document: { State: WebhookState.Pending, Report: { } report } webhook })
        {
            return;
        }

        var outcome = await ApplyAsync(webhook, report, cancellationToken);
        if (outcome is Outcome<Order>.Accepted accepted)
        {
            await store.TellEntryAsync(accepted.Stored.Document, webhook.Id, cancellationToken);
        }

        await RecordAsync(stored, outcome, cancellationToken);
        if (outcome is Outcome<Order>.Accepted)
        {
            await durable.NudgeAsync(Order.InstanceId(report.RoundId, report.OrderId), Signals.OrderChanged, report.OrderId, logger, cancellationToken);
        }
    }

    private async Task<Outcome<Order>> ApplyAsync(ReceivedWebhook webhook, OrderReport report, CancellationToken cancellationToken)
    {
        var by = new Actor(webhook.SupplierId, ActorKind.System);
        var unknown = InboxRefusals.UnknownOrder(report.RoundId, report.OrderId);
        var entry = new RecordEntry(webhook.Id, report.Kind, report.Quantity, by.Id, OrderChannel.Webhook, report.Note, Evidence: null, webhook.ReceivedAt, report.DelayedUntil);
        var outcome = await aggregates.DecideAsync<Order>(
            report.RoundId, report.OrderId, new CommandContext(by, webhook.ReceivedAt),
            order => order.SupplierId == webhook.SupplierId ? OrderDecisions.Record(order, entry) : unknown, cancellationToken);
        if (outcome is not Outcome<Order>.Refused { Refusal.Kind: RefusalKind.NotFound })
        {
            return outcome;
        }

        var attempt = new SupplierAttemptRefused(nameof(ReceiveWebhook), report.OrderId, unknown.Code);
        await attempts.RecordAsync(report.RoundId, by, webhook.ReceivedAt, attempt, webhook.Id, cancellationToken);
        return new Outcome<Order>.Refused(unknown);
    }

    private async Task RecordAsync(Stored<ReceivedWebhook> stored, Outcome<Order> outcome, CancellationToken cancellationToken)
    {
        var webhook = stored.Document;
        var processed = outcome is Outcome<Order>.Refused { Refusal: var refusal }
            ? webhook with { State = WebhookState.Refused, Code = refusal.Code, Outcome = refusal.Detail }
            : webhook with { State = WebhookState.Applied, Outcome = WebhookOutcomes.Applied };
        if (processed.State is WebhookState.Refused)
        {
            LogRefused(logger, webhook.SupplierId, webhook.Id, processed.Code!);
        }

        try
        {
            await store.ReplaceAsync(processed, stored.ETag, cancellationToken);
            metrics.WebhookProcessed(processed.State);
        }
        catch (DocumentChangedException)
        {
            // Another delivery of the same message recorded the same.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Id} of {SupplierId} changed nothing: {Code}.")]
    private static partial void LogRefused(ILogger logger, string supplierId, string id, string code);
}
