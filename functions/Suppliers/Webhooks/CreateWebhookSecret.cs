using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Suppliers.Inbox;
using Samkjop.Suppliers.Webhooks;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>Makes a webhook secret for a supplier and shows it once. Earlier ones stay active until they are retired, so that rotation has overlap.</summary>
public sealed class CreateWebhookSecret(IDocumentStore store, RegisterDesk registers, ISecretStore secrets, ISecretGenerator generator)
{
    /// <param name="Name">Names it when it is to be retired.</param>
    /// <param name="Secret"><c>whsec_…</c>; shown this once.</param>
    public sealed record NewSecret(string Name, string Secret);

    [Function(nameof(CreateWebhookSecret))]
    [RequiresRole(Role.SupplierUser, Role.QualificationOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "suppliers/{supplierId}/webhook-secrets")] HttpRequest request,
        string supplierId, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var stored = await store.OwnSupplierAsync(context.Caller(), supplierId, cancellationToken);
        var name = context.DeriveId(WebhookSecrets.PrefixOf(supplierId));
        var (supplier, refusal) = WebhookSecrets.Add(stored.Document, name);
        if (supplier is null)
        {
            throw new ProblemException(refusal!);
        }

        // The value first: a name that stands on the supplier always has one. A repeated request finds both and shows the same secret.
        var secret = await secrets.FindAsync(name, cancellationToken) ?? await GenerateAsync(name, cancellationToken);
        if (secret == WebhookSecrets.Retired)
        {
            throw new ProblemException(InboxRefusals.SecretRetired());
        }

        if (!ReferenceEquals(supplier, stored.Document))
        {
            await registers.ReplaceAsync(context, stored, supplier, null, cancellationToken);
        }

        return Reply.Created(new NewSecret(name, secret), $"/api/suppliers/{supplierId}/webhook-secrets/{name}") with { IsSecret = true };
    }

    private async Task<string> GenerateAsync(string name, CancellationToken cancellationToken)
    {
        var key = new byte[WebhookSecrets.KeyBytes];
        generator.Fill(key);
        var secret = WebhookSecret.FromKey(key).Reveal();
        await secrets.SetAsync(name, secret, cancellationToken);
        return secret;
    }
}
