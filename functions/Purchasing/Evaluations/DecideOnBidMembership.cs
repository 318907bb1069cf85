using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>An officer decides whether the bid of a supplier that was no longer admitted at closing stands: in every lot that it is evaluated for.</summary>
public sealed class DecideOnBidMembership(IDocumentStore store, Aggregates aggregates, BidGuard guard, EvaluationDesk desk)
{
    /// <param name="Keep">False: the bid is rejected, and its supplier reads the reason.</param>
    public sealed record Body(bool Keep, string Reason);

    /// <param name="Flag">What the register said when the window had closed.</param>
    /// <param name="LotIds">The lots for which it was decided.</param>
    public sealed record View(string BidId, MembershipFlag? Flag, ImmutableArray<string> LotIds);

    [Function(nameof(DecideOnBidMembership))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bids/{bidId}/membership-decision")] HttpRequest request,
        string roundId, string bidId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var (round, bid) = await BidAsync(context, roundId, bidId, cancellationToken);
        var decide = new DecideOnMembership(context.Caller(), body.Keep, body.Reason, context.Arrived());
        var decided = ImmutableArray.CreateBuilder<string>();
        foreach (var lot in await store.LotsAsync(roundId, cancellationToken))
        {
            if (await store.FindAsync<Evaluation>(roundId, Evaluation.IdOf(lot.LotId, bidId), cancellationToken) is not { Document.PassedChecking: true } stored)
            {
                continue;
            }

            var outcome = await aggregates.DecideAsync<Evaluation>(
                roundId, stored.Document.Id, context.Command(), evaluation => Memberships.Decide(round, lot, evaluation, decide), cancellationToken);
            _ = await guard.OrProblemAsync(context, roundId, stored.Document.Id, outcome, cancellationToken);
            await desk.SettleAsync(context, roundId, lot.LotId, cancellationToken);
            decided.Add(lot.LotId);
        }

        return Reply.Ok(new View(bidId, bid.Membership, decided.ToImmutable()));
    }

    private async Task<(Round Round, Bid Bid)> BidAsync(FunctionContext context, string roundId, string bidId, CancellationToken cancellationToken)
    {
        var round = await guard.RoundAsync(roundId, cancellationToken);
        if (BidAccess.RefusesToAct(round, context.Caller(), context.Arrived(), Role.ProcurementOfficer) is { } refusal)
        {
            throw await guard.RefusedAsync(context, roundId, bidId, refusal, cancellationToken);
        }

        var bid = (await store.FindAsync<Bid>(roundId, bidId, cancellationToken)).OrNotFound(bidId).Document;
        return bid.Membership is null
            ? throw await guard.RefusedAsync(context, roundId, bidId, Memberships.NotFlagged(bidId), cancellationToken)
            : (round, bid);
    }
}
