using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Suppliers;

/// <summary>Admits suppliers to purchasing systems. A supplier admitted while a round is out joins the next one.</summary>
public sealed class AdmissionEndpoints(IDocumentStore store, RegisterDesk registers)
{
    [Function(nameof(AdmitSupplier))]
    [RequiresRole(Role.QualificationOfficer)]
    public async Task<IResult> AdmitSupplier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "suppliers/{supplierId}/admissions/{purchasingSystemId}")] HttpRequest request,
        string supplierId,
        string purchasingSystemId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = (await request.ReadRawBodyAsync(cancellationToken)).Length == 0 ? new AdmissionBody() : await request.ReadBodyAsync<AdmissionBody>(cancellationToken);
        _ = (await store.FindAsync<PurchasingSystem>(purchasingSystemId, "purchasing-system", cancellationToken)).OrNotFound(purchasingSystemId);
        return await DecideAsync(
            context, supplierId, body.Reason, supplier => Admissions.Admit(supplier, purchasingSystemId, body.From, body.Reason, context.Arrived()), cancellationToken);
    }

    [Function(nameof(EndAdmission))]
    [RequiresRole(Role.QualificationOfficer)]
    public Task<IResult> EndAdmission(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "suppliers/{supplierId}/admissions/{purchasingSystemId}")] HttpRequest request,
        string supplierId,
        string purchasingSystemId,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        DecideAsync(context, supplierId, null, supplier => Admissions.End(supplier, purchasingSystemId, context.Arrived()), cancellationToken);

    /// <exception cref="ProblemException">Refused, or changed by somebody else meanwhile.</exception>
    private async Task<IResult> DecideAsync(
        FunctionContext context, string supplierId, string? reason, Func<Supplier, Decision<Supplier>> decide, CancellationToken cancellationToken)
    {
        var stored = (await store.FindAsync<Supplier>(supplierId, "supplier", cancellationToken)).OrNotFound(supplierId);
        var decided = decide(stored.Document) switch
        {
            Decision<Supplier>.Accepted accepted => accepted.State,
            Decision<Supplier>.Refused refused => throw new ProblemException(refused.Refusal),
            _ => throw new InvalidOperationException("Unknown decision."),
        };
        if (!ReferenceEquals(decided, stored.Document))
        {
            stored = await registers.ReplaceAsync(context, stored, decided, reason, cancellationToken);
        }

        return Reply.Ok(SupplierView.Of(stored.Document), stored.ETag);
    }
}
