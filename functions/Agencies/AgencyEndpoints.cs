using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Agencies;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;

namespace Samkjop.Functions.Agencies;

/// <summary>What is written of an agency.</summary>
/// <param name="Name">Everyday name.</param>
public sealed record AgencyBody(string Name);

/// <summary>An agency as it is read.</summary>
public sealed record AgencyView(string AgencyId, string Name)
{
    public static AgencyView Of(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return new AgencyView(agency.AgencyId, agency.Name);
    }
}

/// <summary>The register of agencies.</summary>
public sealed class AgencyEndpoints(IDocumentStore store, RegisterDesk registers)
{
    [Function(nameof(PutAgency))]
    [RequiresRole(Role.Administrator)]
    public async Task<IResult> PutAgency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "agencies/{agencyId}")] HttpRequest request, string agencyId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<AgencyBody>(cancellationToken);
        return await registers.PutAsync<Agency>(
            context, request, agencyId, "agency", _ => new Agency(agencyId, body.Name), (agency, _) => AgencyRules.Check(agency), AgencyView.Of, cancellationToken);
    }

    [Function(nameof(GetAgency))]
    [RequiresLogin]
    public async Task<IResult> GetAgency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agencies/{agencyId}")] HttpRequest request, string agencyId, CancellationToken cancellationToken)
    {
        var stored = (await store.FindAsync<Agency>(agencyId, "agency", cancellationToken)).OrNotFound(agencyId);
        return Reply.Ok(AgencyView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(ListAgencies))]
    [RequiresLogin]
    public async Task<IResult> ListAgencies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agencies")] HttpRequest request, CancellationToken cancellationToken) =>
        Reply.Ok((await store.ListAcrossAsync<Agency>(request.Page(), cancellationToken)).ToList(AgencyView.Of));
}
