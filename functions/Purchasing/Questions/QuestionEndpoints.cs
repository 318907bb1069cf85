using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Questions;

/// <summary>Questions in writing: asked by one supplier, read by all invited once answered.</summary>
public sealed class QuestionEndpoints(IDocumentStore store, RoundReader rounds, Aggregates aggregates, RefusedAttempts attempts)
{
    /// <param name="Question">In the supplier's own words.</param>
    /// <param name="LotId">The lot that it is about; left out for the whole round.</param>
    public sealed record Body(string Question, string? LotId = null);

    [Function(nameof(AskQuestion))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> AskQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/questions")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var ask = new AskQuestion(context.DeriveId(Question.IdPrefix.TrimEnd('-')), body.Question, body.LotId, context.Caller(), context.Arrived());
        var outcome = await aggregates.CreateAsync(roundId, ask.QuestionId, context.Command(), () => QuestionDecisions.Ask(round, ask), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "questions", outcome, cancellationToken);
        return Reply.Created(QuestionView.For(round, stored.Document, context.Caller()), $"/api/rounds/{roundId}/questions/{ask.QuestionId}", stored.ETag);
    }

    [Function(nameof(ListQuestions))]
    [RequiresLogin]
    public async Task<IResult> ListQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/questions")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var page = await store.ListAsync<Question>(roundId, request.Page() with { IdPrefix = Question.IdPrefix }, cancellationToken);
        var caller = context.Caller();
        return Reply.Ok(page.ToList(question => QuestionView.For(round, question, caller), where: question => QuestionView.MaySee(round, question, caller)));
    }

    [Function(nameof(GetQuestion))]
    [RequiresLogin]
    public async Task<IResult> GetQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/questions/{questionId}")] HttpRequest request,
        string roundId, string questionId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var caller = context.Caller();
        return await store.FindAsync<Question>(roundId, questionId, cancellationToken) is { } stored && QuestionView.MaySee(round, stored.Document, caller)
            ? Reply.Ok(QuestionView.For(round, stored.Document, caller), stored.ETag)
            : throw await attempts.RecordAsync(context, roundId, questionId, Refusals.NotFound(Question.Kind, questionId), cancellationToken);
    }
}
