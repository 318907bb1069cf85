using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Lots;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>An officer records what became of the loan that a need is subject to.</summary>
public sealed class LoanEndpoints(NeedDesk desk, LotAdjuster adjuster, IDocumentStore store)
{
    [Function(nameof(RecordLoanAnswer))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RecordLoanAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/{needId}/loan-answer")] HttpRequest request,
        string roundId,
        string needId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<LoanAnswerBody>(cancellationToken);
        var command = new RecordLoanAnswer(body.Granted, body.Reason, context.Caller(), context.Arrived());
        var stored = await desk.DecideAsync(
            request, context, roundId, needId, (setting, need) => LoanDecisions.Answer(setting.Round, need, command), cancellationToken);
        await adjuster.FollowLoanAsync(context, roundId, stored.Document, cancellationToken);
        var followed = (await store.FindAsync<Need>(roundId, needId, cancellationToken)).OrNotFound(needId);
        return Reply.Ok(NeedView.Of(followed.Document), followed.ETag);
    }
}
