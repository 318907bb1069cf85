using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>The buyer or the winner signs a lot's contract; orders follow when both have.</summary>
public sealed class SignLotContract(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, ILogger<SignLotContract> logger)
{
    [Function(nameof(SignLotContract))]
    [RequiresRole(Role.AwardDecider, Role.ContractManager, Role.SupplierUser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/contract/signatures")] HttpRequest request,
        string roundId, string lotId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var (caller, command) = (context.Caller(), context.Command(request.IfMatch()));
        var (party, refusal) = PartyOf(caller, round, lot, command.Now);
        if (refusal is not null)
        {
            throw await attempts.RecordAsync(context, roundId, lotId, refusal, cancellationToken);
        }

        var signed = (await aggregates.DecideAsync<Lot>(
            roundId, lotId, command, current => ContractDecisions.Sign(current, new SignContract(party, caller.Subject, command.Now)), cancellationToken)).OrProblem();
        await durable.NudgeAsync(Lot.InstanceId(roundId, lotId), Signals.LotChanged, lotId, logger, cancellationToken);
        return Reply.Ok(ContractView.Of(signed.Document), signed.ETag);
    }

    private static (ContractParty Party, Refusal? Refusal) PartyOf(Caller caller, Round round, Lot lot, Instant now)
    {
        if (caller.SupplierId is { } supplierId)
        {
            var winner = lot.Letters is null ? null : lot.Award?.SupplierId;
            return (ContractParty.Supplier, supplierId == winner ? null : Refusals.NotFound("contract", lot.LotId));
        }

        var asDecider = RoundAccess.MayActAs(round, caller, Role.AwardDecider, now);
        return (ContractParty.Buyer, asDecider is null ? null : RoundAccess.MayActAs(round, caller, Role.ContractManager, now) is null ? null : asDecider);
    }
}
