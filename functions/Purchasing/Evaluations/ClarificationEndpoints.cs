using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>What was clarified and corrected of a bid for a lot; the same to those who may read the bid and to its own supplier.</summary>
/// <param name="Clarifications">Questions and answers, oldest first.</param>
/// <param name="Corrections">Obvious errors with what the bid said and what counts, oldest first.</param>
public sealed record ClarificationsView(string LotId, string BidId, ImmutableArray<Clarification> Clarifications, ImmutableArray<SheetCorrection> Corrections)
{
    public static ClarificationsView Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new(evaluation.LotId, evaluation.BidId, evaluation.Clarifications, evaluation.Corrections);
    }
}

/// <summary>Written clarifications of a bid, and corrections of obvious errors (FOA § 23-5). Nothing is negotiated.</summary>
public sealed class ClarificationEndpoints(IDocumentStore store, Aggregates aggregates, BidGuard guard, EvaluationDesk desk)
{
    private const string Route = "rounds/{roundId}/lots/{lotId}/evaluations/{bidId}/clarifications";

    public sealed record QuestionBody(string Question, Instant AnswerBy);

    public sealed record AnswerBody(string Explanation);

    /// <param name="Field">Which answer of the price sheet.</param>
    /// <param name="Value">What was obviously meant, as it would stand in the form.</param>
    public sealed record CorrectionBody(PriceSheetField Field, string Value, string Reason);

    [Function(nameof(GetClarifications))]
    [RequiresLogin]
    public async Task<IResult> GetClarifications(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        if (context.Caller().SupplierId is not null)
        {
            _ = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        }
        else
        {
            _ = await guard.ReaderAsync(context, roundId, bidId, cancellationToken);
        }

        var stored = (await store.FindAsync<Evaluation>(roundId, Evaluation.IdOf(lotId, bidId), cancellationToken)).OrNotFound(bidId);
        return Reply.Ok(ClarificationsView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(AskForBidClarification))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> AskForBidClarification(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<QuestionBody>(cancellationToken);
        var (round, lot) = await desk.OfficersAsync(context, roundId, lotId, cancellationToken);
        var ask = new AskForClarification(context.Caller(), context.DeriveId("clarification"), body.Question, body.AnswerBy, context.Arrived());
        return await DecidedAsync(context, request, roundId, lotId, bidId, evaluation => Clarifications.Ask(round, lot, evaluation, ask), cancellationToken);
    }

    [Function(nameof(ClarifyOwnBid))]
    [RequiresRole(Role.SupplierUser)]
    public async Task<IResult> ClarifyOwnBid(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{clarificationId}/answer")] HttpRequest request,
        string roundId, string lotId, string bidId, string clarificationId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<AnswerBody>(cancellationToken);
        _ = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var clarify = new ClarifyBid(context.Caller().Subject, clarificationId, body.Explanation, context.Arrived());
        return await DecidedAsync(context, request, roundId, lotId, bidId, evaluation => Clarifications.Answer(evaluation, clarify), cancellationToken);
    }

    [Function(nameof(CorrectBidSheet))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> CorrectBidSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/evaluations/{bidId}/corrections")] HttpRequest request,
        string roundId, string lotId, string bidId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<CorrectionBody>(cancellationToken);
        var (round, lot) = await desk.OfficersAsync(context, roundId, lotId, cancellationToken);
        var system = (await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken)).OrNotFound(round.PurchasingSystemId).Document;
        var bid = (await store.FindAsync<Bid>(roundId, bidId, cancellationToken)).OrNotFound(bidId).Document;
        var correct = new CorrectSheet(context.Caller(), body.Field, body.Value, body.Reason, context.Arrived());
        var answer = await DecidedAsync(
            context, request, roundId, lotId, bidId, evaluation => SheetCorrections.Correct(round, system, lot, bid, evaluation, correct), cancellationToken);
        await desk.SettleAsync(context, roundId, lotId, cancellationToken);
        return answer;
    }

    private async Task<IResult> DecidedAsync(
        FunctionContext context, HttpRequest request, string roundId, string lotId, string bidId, Func<Evaluation, Decision<Evaluation>> decide,
        CancellationToken cancellationToken)
    {
        var subject = Evaluation.IdOf(lotId, bidId);
        var outcome = await aggregates.DecideAsync(roundId, subject, context.Command(request.IfMatch()), decide, cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, subject, outcome, cancellationToken);
        foreach (var message in ClarificationMessages.Of(stored.Document))
        {
            await store.TellAsync(message, cancellationToken);
        }

        return Reply.Ok(ClarificationsView.Of(stored.Document), stored.ETag);
    }
}
