using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Suppliers;
using Samkjop.Suppliers.Inbox;
using Samkjop.Suppliers.Webhooks;
using Samkjop.Telemetry;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>
/// Takes a webhook from a supplier's system (Standard Webhooks 1.0.0): verified over its raw bytes, stored, answered 202, applied soon after. One that
/// comes again is answered as the first was.
/// </summary>
public sealed partial class ReceiveWebhook(IDocumentStore store, ISecretStore secrets, IWorkQueue queue, SamkjopMetrics metrics, ILogger<ReceiveWebhook> logger)
{
    [Function(nameof(ReceiveWebhook))]
    [OpenToAll("Signed by the supplier with a shared secret, as the standard has it.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/{supplierId}")] HttpRequest request,
        string supplierId, FunctionContext context, CancellationToken cancellationToken)
    {
        var raw = await request.ReadRawBodyAsync(cancellationToken);
        var id = await VerifyAsync(request, supplierId, raw, context.Arrived(), cancellationToken);
        var (body, refusal) = WebhookBody.Parse(raw);
        if (refusal is { Code: InboxRefusals.MalformedCode })
        {
            throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, refusal.Code, refusal.Detail, refusal.Errors));
        }

        if (refusal is not null)
        {
            throw new ProblemException(refusal);
        }

        var received = await StoreAsync(Received(supplierId, id, context.Arrived(), raw, body!), cancellationToken);
        if (received.State is WebhookState.Pending)
        {
            await EnqueueAsync(received, cancellationToken);
        }
        else if (received.State is WebhookState.UnknownType)
        {
            metrics.WebhookProcessed(received.State);
            LogUnknownType(logger, supplierId, received.Id);
        }

        return Reply.Accepted(new WebhookReceipt(received.WebhookId, received.ReceivedAt));
    }

    private async Task<string> VerifyAsync(HttpRequest request, string supplierId, byte[] raw, Instant now, CancellationToken cancellationToken)
    {
        var headers = new WebhookHeaders(
            request.Headers[WebhookHeaders.IdName], request.Headers[WebhookHeaders.TimestampName], request.Headers[WebhookHeaders.SignatureName]);
        var active = await ActiveSecretsAsync(supplierId, cancellationToken);
        var verdict = WebhookSignature.Verify(headers, raw, active, now);
        metrics.WebhookVerified(verdict);
        return verdict is WebhookVerdict.Accepted
            ? headers.Id!
            : throw new ProblemException(Problem.Of(StatusCodes.Status401Unauthorized, WebhookProblems.CodeOf(verdict), verdict.Explanation()));
    }

    /// <summary>Read anew for each message, so that a retired secret stops at once. An unknown supplier has none, and is told no more than that.</summary>
    private async Task<IReadOnlyList<WebhookSecret>> ActiveSecretsAsync(string supplierId, CancellationToken cancellationToken)
    {
        var supplier = Slug.Problem(supplierId) is null ? await store.FindAsync<Supplier>(supplierId, "supplier", cancellationToken) : null;
        var active = new List<WebhookSecret>();
        foreach (var name in supplier?.Document.WebhookSecretNames ?? [])
        {
            if (WebhookSecret.Parse(await secrets.FindAsync(name, cancellationToken)) is WebhookSecretResult.Parsed { Secret: var secret })
            {
                active.Add(secret);
            }
        }

        return active;
    }

    private static ReceivedWebhook Received(string supplierId, string webhookId, Instant now, byte[] raw, WebhookBody body) => new()
    {
        SupplierId = supplierId,
        WebhookId = webhookId,
        ReceivedAt = now,
        Type = body.Type,
        BodySha256 = Convert.ToHexStringLower(SHA256.HashData(raw)),
        Report = body.Report,
        State = body.Report is null ? WebhookState.UnknownType : WebhookState.Pending,
        Outcome = body.Report is null ? WebhookOutcomes.UnknownType(body.Type) : null,
    };

    private async Task<ReceivedWebhook> StoreAsync(ReceivedWebhook webhook, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.CreateAsync(webhook, cancellationToken)).Document;
        }
        catch (DocumentExistsException)
        {
            var first = (await store.FindAsync<ReceivedWebhook>(webhook.SupplierId, webhook.Id, cancellationToken)).OrNotFound(webhook.Id).Document;
            return first.BodySha256 == webhook.BodySha256 ? first : throw new ProblemException(InboxRefusals.IdReused(webhook.WebhookId));
        }
    }

    private async Task EnqueueAsync(ReceivedWebhook webhook, CancellationToken cancellationToken)
    {
        try
        {
            await queue.EnqueueAsync(WorkQueues.WebhookInbox, InboxMessage.Of(webhook), cancellationToken);
        }
        catch (StoreUnavailableException exception)
        {
            LogNotEnqueued(logger, webhook.SupplierId, webhook.Id, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook of {SupplierId} has a type that this version does not know; kept as {Id}.")]
    private static partial void LogUnknownType(ILogger logger, string supplierId, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not enqueue webhook {Id} of {SupplierId}; it is stored, and the sweep will.")]
    private static partial void LogNotEnqueued(ILogger logger, string supplierId, string id, Exception exception);
}
