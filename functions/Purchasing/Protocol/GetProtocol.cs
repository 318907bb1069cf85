using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Protocol;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Protocol;

/// <summary>
/// The award protocol as a page: the stored one once the round is closed, a draft marked as such before. While bids are open and not all lots are told,
/// only those who may read bids read the draft, and it is recorded that they did.
/// </summary>
public sealed class GetProtocol(IDocumentStore store, IBlobStore blobs, ProtocolReader reader, AuditLog audit)
{
    [Function(nameof(GetProtocol))]
    [RequiresRole(Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/protocol")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await store.FindAsync<Round>(roundId, "round", cancellationToken)).OrNotFound(roundId).Document;
        Authorise(round, context.Caller());
        if (round.Closing?.ProtocolBlob is { } blob)
        {
            await using var stored = await blobs.OpenReadAsync(BlobContainers.Records, blob, cancellationToken);
            using var page = new MemoryStream();
            await stored.CopyToAsync(page, cancellationToken);
            return new HtmlReply(page.ToArray());
        }

        if (round.OpenedAt is not null)
        {
            await audit.AppendAsync(
                roundId, context.Arrived(), context.Caller().Actor, $"read.{context.InvocationId}", new BidsRead(nameof(GetProtocol), "protocol"), cancellationToken);
        }

        var model = ProtocolBuilder.Build(await reader.ReadAsync(round, context.Arrived(), cancellationToken));
        return new HtmlReply(Encoding.UTF8.GetBytes(ProtocolHtml.Render(model).ToString()));
    }

    private static void Authorise(Round round, Caller caller)
    {
        var told = round.Phase is RoundPhase.Delivering or RoundPhase.Closed;
        if (round.OpenedAt is not null && !told)
        {
            if (BidAccess.Refuses(round, caller) is { } sealedToCaller)
            {
                throw new ProblemException(sealedToCaller);
            }

            return;
        }

        string[] named = [Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager];
        if (!caller.Has(Role.Auditor) && !named.Any(role => RoundAccess.MayActAs(round, caller, role) is null))
        {
            throw new ProblemException(RoundAccess.MayActAs(round, caller, named.First(caller.Has))!);
        }
    }
}
