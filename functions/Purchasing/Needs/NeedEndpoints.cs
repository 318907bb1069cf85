using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>What an agency does with its needs.</summary>
public sealed class NeedEndpoints(NeedDesk desk)
{
    [Function(nameof(ReportNeed))]
    [RequiresRole(Role.NeedReporter)]
    public async Task<IResult> ReportNeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var content = await request.ReadBodyAsync<NeedContent>(cancellationToken);
        var stored = await desk.ReportAsync(context, roundId, content, cancellationToken);
        return Reply.Created(NeedView.Of(stored.Document), $"/api/rounds/{roundId}/needs/{stored.Document.NeedId}", stored.ETag);
    }

    [Function(nameof(EditNeed))]
    [RequiresRole(Role.NeedReporter)]
    public async Task<IResult> EditNeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "rounds/{roundId}/needs/{needId}")] HttpRequest request,
        string roundId,
        string needId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        _ = request.RequiredIfMatch();
        var content = await request.ReadBodyAsync<NeedContent>(cancellationToken);
        var command = new EditNeed(content, context.Caller(), context.Arrived());
        var stored = await desk.DecideAsync(request, context, roundId, needId, (setting, need) => NeedDecisions.Edit(setting, need, command), cancellationToken);
        return Reply.Ok(NeedView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(WithdrawNeed))]
    [RequiresRole(Role.NeedReporter)]
    public async Task<IResult> WithdrawNeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "rounds/{roundId}/needs/{needId}")] HttpRequest request,
        string roundId,
        string needId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        _ = request.RequiredIfMatch();
        var command = new WithdrawNeed(context.Caller(), context.Arrived());
        var stored = await desk.DecideAsync(request, context, roundId, needId, (setting, need) => NeedDecisions.Withdraw(setting, need, command), cancellationToken);
        return Reply.Ok(NeedView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(ApproveNeed))]
    [RequiresRole(Role.BudgetHolder)]
    public async Task<IResult> ApproveNeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/{needId}/approval")] HttpRequest request,
        string roundId,
        string needId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<NeedApprovalBody>(cancellationToken);
        var command = new ApproveNeed(body.Version, body.PriceCeiling, context.Caller(), context.Arrived());
        var stored = await desk.DecideAsync(request, context, roundId, needId, (setting, need) => NeedDecisions.Approve(setting, need, command), cancellationToken);
        return Reply.Ok(NeedView.Of(stored.Document), stored.ETag);
    }
}
