using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Lots;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>
/// An officer records what became of the loan that a need is subject to. Where its lot's orders are out already, a granted one is ordered at once.
/// </summary>
public sealed class LoanEndpoints(NeedDesk desk, LotAdjuster adjuster, OptionOrders options, IDocumentStore store, ILogger<LoanEndpoints> logger)
{
    [Function(nameof(RecordLoanAnswer))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RecordLoanAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/{needId}/loan-answer")] HttpRequest request,
        string roundId,
        string needId,
        [DurableClient] DurableTaskClient durable,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<LoanAnswerBody>(cancellationToken);
        var command = new RecordLoanAnswer(body.Granted, body.Reason, context.Caller(), context.Arrived());
        var orderId = await options.OrderOfAsync(roundId, needId, cancellationToken);
        var stored = await desk.DecideAsync(
            request, context, roundId, needId, (setting, need) => LoanDecisions.Answer(setting.Round, need, command, orderId), cancellationToken);
        await adjuster.FollowLoanAsync(context, roundId, stored.Document, cancellationToken);
        if (stored.Document.Loan is LoanCondition.Granted)
        {
            await options.PlaceAsync(roundId, new CommandContext(context.Caller().Actor, context.Arrived()), cancellationToken);
            await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        }

        var followed = (await store.FindAsync<Need>(roundId, needId, cancellationToken)).OrNotFound(needId);
        return Reply.Ok(NeedView.Of(followed.Document), followed.ETag);
    }
}
