using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.State;
using Samkjop.Suppliers.Inbox;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>Puts webhooks on the queue again that were stored but not applied: a queue can lose, the inbox does not.</summary>
public sealed class SweepWebhooks(IDocumentStore store, IWorkQueue queue, TimeProvider clock)
{
    private static readonly Duration Patience = Duration.FromMinutes(10);

    [Function(nameof(SweepWebhooks))]
    public async Task RunAsync([TimerTrigger("0 37 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var before = clock.Now() - Patience;
        await foreach (var webhook in store.AllAcrossAsync<ReceivedWebhook>(Marks.Pending, cancellationToken))
        {
            if (webhook.Document.ReceivedAt <= before)
            {
                await queue.EnqueueAsync(WorkQueues.WebhookInbox, InboxMessage.Of(webhook.Document), cancellationToken);
            }
        }
    }
}
