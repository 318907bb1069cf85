using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Suppliers;

/// <summary>The register of suppliers. A supplier reads its own entry only.</summary>
public sealed class SupplierEndpoints(IDocumentStore store, RegisterDesk registers)
{
    [Function(nameof(PutSupplier))]
    [RequiresRole(Role.QualificationOfficer, Role.Administrator)]
    public async Task<IResult> PutSupplier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "suppliers/{supplierId}")] HttpRequest request, string supplierId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<SupplierBody>(cancellationToken);
        return await registers.PutAsync<Supplier>(
            context,
            request,
            supplierId,
            "supplier",
            existing => (existing ?? new Supplier(supplierId, body.Name, body.OrganisationNumber, [])) with { Name = body.Name, OrganisationNumber = body.OrganisationNumber },
            (supplier, _) => SupplierRules.Check(supplier),
            SupplierView.Of,
            cancellationToken);
    }

    [Function(nameof(GetSupplier))]
    [RequiresLogin]
    public async Task<IResult> GetSupplier(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "suppliers/{supplierId}")] HttpRequest request,
        string supplierId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var stored = RoundAccess.IsStaff(caller) || caller.SupplierId == supplierId
            ? await store.FindAsync<Supplier>(supplierId, "supplier", cancellationToken)
            : null;
        var found = stored.OrNotFound(supplierId);
        return Reply.Ok(SupplierView.Of(found.Document), found.ETag);
    }

    [Function(nameof(ListSuppliers))]
    [RequiresStaff]
    public async Task<IResult> ListSuppliers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "suppliers")] HttpRequest request, CancellationToken cancellationToken) =>
        Reply.Ok((await store.ListAcrossAsync<Supplier>(request.Page(), cancellationToken)).ToList(SupplierView.Of));
}
