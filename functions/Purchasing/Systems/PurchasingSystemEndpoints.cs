using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Systems;

/// <summary>What is written of a purchasing system.</summary>
public sealed record PurchasingSystemBody(Text Name, ImmutableArray<VehicleClass> VehicleClasses, bool ZeroEmissionRequired);

/// <summary>A purchasing system as it is read.</summary>
public sealed record PurchasingSystemView(string PurchasingSystemId, Text Name, ImmutableArray<VehicleClass> VehicleClasses, bool ZeroEmissionRequired)
{
    public static PurchasingSystemView Of(PurchasingSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new PurchasingSystemView(system.PurchasingSystemId, system.Name, system.VehicleClasses, system.ZeroEmissionRequired);
    }
}

/// <summary>The register of purchasing systems.</summary>
public sealed class PurchasingSystemEndpoints(IDocumentStore store, RegisterDesk registers)
{
    [Function(nameof(PutPurchasingSystem))]
    [RequiresRole(Role.Administrator, Role.ProcurementOfficer)]
    public async Task<IResult> PutPurchasingSystem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "purchasing-systems/{purchasingSystemId}")] HttpRequest request,
        string purchasingSystemId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<PurchasingSystemBody>(cancellationToken);
        return await registers.PutAsync<PurchasingSystem>(
            context,
            request,
            purchasingSystemId,
            "purchasing-system",
            _ => new PurchasingSystem(purchasingSystemId, body.Name, body.VehicleClasses, body.ZeroEmissionRequired),
            (system, _) => CallOffAccess.MayKeepSystems(context.Caller()) ?? PurchasingSystemRules.Check(system),
            PurchasingSystemView.Of,
            cancellationToken);
    }

    [Function(nameof(GetPurchasingSystem))]
    [RequiresLogin]
    public async Task<IResult> GetPurchasingSystem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "purchasing-systems/{purchasingSystemId}")] HttpRequest request,
        string purchasingSystemId,
        CancellationToken cancellationToken)
    {
        var stored = (await store.FindAsync<PurchasingSystem>(purchasingSystemId, "purchasing-system", cancellationToken)).OrNotFound(purchasingSystemId);
        return Reply.Ok(PurchasingSystemView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(ListPurchasingSystems))]
    [RequiresLogin]
    public async Task<IResult> ListPurchasingSystems(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "purchasing-systems")] HttpRequest request, CancellationToken cancellationToken) =>
        Reply.Ok((await store.ListAcrossAsync<PurchasingSystem>(request.Page(), cancellationToken)).ToList(PurchasingSystemView.Of));
}
