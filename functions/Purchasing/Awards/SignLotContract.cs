using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>The buyer or the winner signs a lot's contract; orders follow when both have. Complaints are looked at anew before each signature.</summary>
public sealed class SignLotContract(Aggregates aggregates, ContractDesk desk, SuspensionDesk suspensions, ILogger<SignLotContract> logger)
{
    /// <param name="TermsSha256">The hash of the terms as the signer read them; left out, those that hold are signed.</param>
    public sealed record Body(string? TermsSha256 = null);

    [Function(nameof(SignLotContract))]
    [RequiresRole(Role.AwardDecider, Role.ContractManager, Role.SupplierUser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/contract/signatures")] HttpRequest request,
        string roundId, string lotId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = (await request.ReadRawBodyAsync(cancellationToken)).Length == 0 ? new Body() : await request.ReadBodyAsync<Body>(cancellationToken);
        var contract = await desk.FindAsync(context, roundId, lotId, cancellationToken);
        var terms = contract.Terms?.Sha256();
        if (body.TermsSha256 is { } read && read != terms)
        {
            throw new ProblemException(AwardRefusals.OtherTerms(lotId));
        }

        var command = context.Command(request.IfMatch());
        await suspensions.SettleAsync(roundId, lotId, command.Now, cancellationToken);
        var sign = new SignContract(contract.Party, context.Caller().Subject, command.Now, terms);
        var signed = (await aggregates.DecideAsync<Lot>(
            roundId, lotId, command, current => ContractDecisions.Sign(current, sign), cancellationToken)).OrProblem();
        await durable.NudgeAsync(Lot.InstanceId(roundId, lotId), Signals.LotChanged, lotId, logger, cancellationToken);
        return Reply.Ok(ContractView.Of(signed.Document, contract.Terms), signed.ETag);
    }
}
