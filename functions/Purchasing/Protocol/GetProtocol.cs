using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Protocol;

namespace Samkjop.Functions.Purchasing.Protocol;

/// <summary>
/// The award protocol as a page: the stored one once the round is closed, a draft marked as such before. While bids are open and not all lots are told,
/// only those who may read bids read the draft, and it is recorded that they did.
/// </summary>
public sealed class GetProtocol(IDocumentStore store, IBlobStore blobs, ProtocolReader reader, BidGuard guard)
{
    private const string Subject = "protocol";
    private static readonly string[] NamedRoles = [Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager];

    [Function(nameof(GetProtocol))]
    [RequiresRole(Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/protocol")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        await AuthoriseAsync(context, round, cancellationToken);
        if (round.Closing?.ProtocolBlob is { } blob)
        {
            await using var stored = await blobs.OpenReadAsync(BlobContainers.Records, blob, cancellationToken);
            using var page = new MemoryStream();
            await stored.CopyToAsync(page, cancellationToken);
            return new HtmlReply(page.ToArray());
        }

        var model = ProtocolBuilder.Build(await reader.ReadAsync(round, context.Arrived(), cancellationToken));
        return new HtmlReply(Encoding.UTF8.GetBytes(ProtocolHtml.Render(model).ToString()));
    }

    private async Task AuthoriseAsync(FunctionContext context, Round round, CancellationToken cancellationToken)
    {
        var (caller, now) = (context.Caller(), context.Arrived());
        var stage = AccessStages.Of(round, await store.LotsAsync(round.RoundId, cancellationToken));
        if (stage is AccessStage.Opened)
        {
            _ = await guard.ReaderAsync(context, round.RoundId, Subject, cancellationToken);
        }
        else if (round.OpenedAt is not null)
        {
            _ = await guard.RecordReaderAsync(context, round.RoundId, Subject, cancellationToken);
        }
        else if (!caller.Has(Role.Auditor) && NamedRoles.All(role => RoundAccess.MayActAs(round, caller, role, now) is not null))
        {
            throw await guard.RefusedAsync(
                context, round.RoundId, Subject, RoundAccess.MayActAs(round, caller, NamedRoles.First(caller.Has), now)!, cancellationToken);
        }

        if (stage is AccessStage.Awarded)
        {
            await guard.RecordReadAsync(context, round.RoundId, Subject, cancellationToken);
        }
    }
}
