using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <param name="Decision">For those who may read bids; suppliers learn it from the award letters.</param>
public sealed record PriceInquiryView(string LotId, string BidId, string Question, Instant AskedAt, Instant AnswerBy, WrittenAnswer? Answer, ReasonedDecision? Decision)
{
    public static PriceInquiryView Of(Evaluation evaluation, PriceInquiry inquiry, bool toSupplier)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(inquiry);
        return new(evaluation.LotId, evaluation.BidId, inquiry.Question, inquiry.At, inquiry.AnswerBy, inquiry.Answer, toSupplier ? null : inquiry.Decision);
    }
}

/// <summary>The question about an abnormally low price, its answer, and the decision on it.</summary>
public sealed class PriceInquiryEndpoints(IDocumentStore store, Aggregates aggregates, BidGuard guard, EvaluationDesk desk)
{
    private const string Route = "rounds/{roundId}/lots/{lotId}/evaluations/{bidId}/price-inquiry";

    public sealed record QuestionBody(string Question, Instant AnswerBy);

    public sealed record AnswerBody(string Explanation);

    public sealed record DecisionBody(bool Accept, string Reason);

    [Function(nameof(GetPriceInquiry))]
    [RequiresLogin]
    public async Task<IResult> GetPriceInquiry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var toSupplier = context.Caller().SupplierId is not null;
        if (toSupplier)
        {
            _ = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        }
        else
        {
            _ = await guard.ReaderAsync(context, roundId, bidId, cancellationToken);
        }

        var subject = Evaluation.IdOf(lotId, bidId);
        var stored = (await store.FindAsync<Evaluation>(roundId, subject, cancellationToken)).OrNotFound(subject);
        var inquiry = stored.Document.PriceInquiry ?? throw await guard.RefusedAsync(context, roundId, subject, LowPriceRefusals.NotAsked(bidId), cancellationToken);
        return Reply.Ok(PriceInquiryView.Of(stored.Document, inquiry, toSupplier), stored.ETag);
    }

    [Function(nameof(AskAboutBidPrice))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> AskAboutBidPrice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<QuestionBody>(cancellationToken);
        var (round, lot) = await desk.OfficersAsync(context, roundId, lotId, cancellationToken);
        var evaluations = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        var ask = new AskAboutPrice(context.Caller(), body.Question, body.AnswerBy, context.Arrived());
        return await DecidedAsync(
            context, request, roundId, lotId, bidId, evaluation => PriceInquiries.Ask(round, lot, evaluation, evaluations, ask), false, cancellationToken);
    }

    [Function(nameof(ExplainBidPrice))]
    [RequiresRole(Role.SupplierUser)]
    public async Task<IResult> ExplainBidPrice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/answer")] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<AnswerBody>(cancellationToken);
        _ = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var explain = new ExplainPrice(context.Caller().Subject, body.Explanation, context.Arrived());
        return await DecidedAsync(context, request, roundId, lotId, bidId, evaluation => PriceInquiries.Answer(evaluation, explain), true, cancellationToken);
    }

    [Function(nameof(DecideOnBidPrice))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> DecideOnBidPrice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/decision")] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<DecisionBody>(cancellationToken);
        var (round, lot) = await desk.OfficersAsync(context, roundId, lotId, cancellationToken);
        var decide = new DecideOnPrice(context.Caller(), body.Accept, body.Reason, context.Arrived());
        return await DecidedAsync(context, request, roundId, lotId, bidId, evaluation => PriceInquiries.Decide(round, lot, evaluation, decide), false, cancellationToken);
    }

    private async Task<IResult> DecidedAsync(
        FunctionContext context, HttpRequest request, string roundId, string lotId, string bidId, Func<Evaluation, Decision<Evaluation>> decide, bool toSupplier,
        CancellationToken cancellationToken)
    {
        var subject = Evaluation.IdOf(lotId, bidId);
        var outcome = await aggregates.DecideAsync(roundId, subject, context.Command(request.IfMatch()), decide, cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, subject, outcome, cancellationToken);
        var inquiry = stored.Document.PriceInquiry!;
        await store.TellAsync(PriceMessage.To(stored.Document, inquiry), cancellationToken);
        return Reply.Ok(PriceInquiryView.Of(stored.Document, inquiry, toSupplier), stored.ETag);
    }
}
