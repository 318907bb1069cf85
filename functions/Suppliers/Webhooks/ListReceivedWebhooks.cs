using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Suppliers.Inbox;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>What became of a supplier's webhooks of the last 30 days: the place to look when a message was taken and nothing happened.</summary>
public sealed class ListReceivedWebhooks(IDocumentStore store)
{
    /// <param name="WebhookId">As received.</param>
    /// <param name="ReceivedAt">When it first came.</param>
    /// <param name="Type">As the body says.</param>
    /// <param name="State">What became of it.</param>
    /// <param name="Report">What it reported; null for an unknown type.</param>
    /// <param name="Code">Code of the refusal, where it was refused.</param>
    /// <param name="Outcome">In words; null while it waits.</param>
    public sealed record WebhookView(string WebhookId, Instant ReceivedAt, string Type, WebhookState State, OrderReport? Report, string? Code, Text? Outcome);

    [Function(nameof(ListReceivedWebhooks))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem, Role.QualificationOfficer, Role.ContractManager, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "suppliers/{supplierId}/webhooks")] HttpRequest request,
        string supplierId, FunctionContext context, CancellationToken cancellationToken)
    {
        await store.OwnSupplierAsync(context.Caller(), supplierId, cancellationToken);
        var page = await store.ListAsync<ReceivedWebhook>(supplierId, request.Page() with { IdPrefix = "webhook-" }, cancellationToken);
        return Reply.Ok(page.ToList(ViewOf));
    }

    private static WebhookView ViewOf(ReceivedWebhook webhook) => new(
        webhook.WebhookId, webhook.ReceivedAt, webhook.Type, webhook.State, webhook.Report, webhook.Code, webhook.Outcome);
}
