using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Evidence;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>The bid that is to win is set aside before the contract is made: its supplier withdraws, or an officer records why it cannot win. The next in rank is awaited.</summary>
public sealed class WinnerEndpoints(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, AwardEndingDesk desk)
{
    private const string Route = "rounds/{roundId}/lots/{lotId}/award";

    /// <param name="Reason">Why.</param>
    public sealed record WithdrawalBody(string Reason);

    /// <param name="Cause">Why it cannot win.</param>
    /// <param name="Reason">The same in words; the supplier reads it.</param>
    public sealed record SetAsideBody(SetAsideCause Cause, string Reason);

    /// <param name="LotId">The lot.</param>
    /// <param name="BidId">The bid that was withdrawn.</param>
    public sealed record WithdrawalView(string RoundId, string LotId, string BidId);

    [Function(nameof(WithdrawAsWinner))]
    [RequiresRole(Role.SupplierUser)]
    public async Task<IResult> WithdrawAsWinner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/withdrawal")] HttpRequest request, string roundId, string lotId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<WithdrawalBody>(cancellationToken);
        var stored = await SetAsideAsync(context, request, roundId, lotId, SetAsideCause.Withdrawn, body.Reason, durable, cancellationToken);
        var own = stored.Document.SetAside.Last(aside => aside.SupplierId == context.Caller().SupplierId);
        return Reply.Ok(new WithdrawalView(roundId, lotId, own.BidId), stored.ETag);
    }

    [Function(nameof(SetLotWinnerAside))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> SetLotWinnerAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/set-aside")] HttpRequest request, string roundId, string lotId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<SetAsideBody>(cancellationToken);
        var stored = await SetAsideAsync(context, request, roundId, lotId, body.Cause, body.Reason, durable, cancellationToken);
        return Reply.Ok(LotAwardView.Of(stored.Document), stored.ETag);
    }

    private async Task<Stored<Lot>> SetAsideAsync(
        FunctionContext context, HttpRequest request, string roundId, string lotId, SetAsideCause cause, string reason, DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var evidence = await store.EvidenceOfAsync(roundId, lotId, cancellationToken);
        var command = context.Command(request.IfMatch());
        var setAside = new SetWinnerAside(cause, reason, context.Caller(), command.Now, evidence);
        var outcome = await aggregates.DecideAsync<Lot>(roundId, lotId, command, lot => AwardEndings.SetAside(lot, round, setAside), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);
        await desk.TellAsync(round, stored.Document, command.Now, durable, cancellationToken);
        return stored;
    }
}
