using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Suppliers.Inbox;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>Retires a webhook secret at once; nothing signed with it is accepted from then on. Repeated, it changes nothing.</summary>
public sealed class RetireWebhookSecret(IDocumentStore store, RegisterDesk registers, ISecretStore secrets)
{
    [Function(nameof(RetireWebhookSecret))]
    [RequiresRole(Role.SupplierUser, Role.QualificationOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "suppliers/{supplierId}/webhook-secrets/{name}")] HttpRequest request,
        string supplierId, string name, FunctionContext context, CancellationToken cancellationToken)
    {
        var stored = await store.OwnSupplierAsync(context.Caller(), supplierId, cancellationToken);
        var supplier = WebhookSecrets.Retire(stored.Document, name);
        if (!ReferenceEquals(supplier, stored.Document))
        {
            await registers.ReplaceAsync(context, stored, supplier, null, cancellationToken);
        }

        if (WebhookSecrets.IsNameOf(supplierId, name) && await secrets.FindAsync(name, cancellationToken) is not (null or WebhookSecrets.Retired))
        {
            await secrets.SetAsync(name, WebhookSecrets.Retired, cancellationToken);
        }

        return Reply.NoContent();
    }
}
