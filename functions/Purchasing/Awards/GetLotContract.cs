using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>Reads what both parties sign, and who has.</summary>
public sealed class GetLotContract(ContractDesk desk)
{
    [Function(nameof(GetLotContract))]
    [RequiresRole(Role.AwardDecider, Role.ContractManager, Role.SupplierUser, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/contract")] HttpRequest request,
        string roundId, string lotId, FunctionContext context, CancellationToken cancellationToken)
    {
        var contract = await desk.ReadAsync(context, roundId, lotId, cancellationToken);
        return contract.Lot is { Letters: not null, Award: not null }
            ? Reply.Ok(ContractView.Of(contract.Lot, contract.Terms))
            : throw new ProblemException(Refusals.NotFound("contract", lotId));
    }
}
