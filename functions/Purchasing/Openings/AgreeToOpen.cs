using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Openings;

/// <summary>An opener named for the round agrees to open its bids; with enough different openers the platform opens them.</summary>
public sealed class AgreeToOpen(Aggregates aggregates, BidGuard guard, ILogger<AgreeToOpen> logger)
{
    /// <param name="Approvals">Who has agreed, and when.</param>
    /// <param name="Needed">How many different openers must.</param>
    /// <param name="Complete">Whether the bids are being opened.</param>
    public sealed record View(IReadOnlyList<OpeningApproval> Approvals, int Needed, bool Complete);

    [Function(nameof(AgreeToOpen))]
    [RequiresRole(Role.Opener)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/opening/approvals")] HttpRequest request, string roundId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        _ = await guard.RoundAsync(roundId, cancellationToken);
        var approve = new ApproveOpening(context.Caller(), context.Arrived());
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(request.IfMatch()), round => BidOpening.Approve(round, approve), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, "opening", outcome, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Ok(
            new View(stored.Document.OpeningApprovals, BidOpening.ApprovalsNeeded(stored.Document.Settings), BidOpening.IsApproved(stored.Document)), stored.ETag);
    }
}
