using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>An agency's reporter confirms a draft that was taken over from an earlier round.</summary>
public sealed class ConfirmNeed(NeedDesk desk)
{
    [Function(nameof(ConfirmNeed))]
    [RequiresRole(Role.NeedReporter)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/needs/{needId}/confirmation")] HttpRequest request,
        string roundId, string needId, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var stored = await desk.DecideAsync(
            request, context, roundId, needId, (setting, need) => NeedCarrying.Confirm(setting, need, context.Caller(), context.Arrived()), cancellationToken);
        return Reply.Ok(NeedView.Of(stored.Document), stored.ETag);
    }
}
