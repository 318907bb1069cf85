using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Rules;
using Samkjop.State;
using Samkjop.Suppliers;

namespace Samkjop.Functions.Purchasing.Questions;

/// <summary>An officer of the round answers a question to all invited, or corrects the answer.</summary>
public sealed class AnswerQuestion(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, RoundNotices notices)
{
    /// <param name="Question">The question as all invited are to read it.</param>
    /// <param name="Answer">The answer.</param>
    public sealed record Body(Text Question, Text Answer);

    [Function(nameof(AnswerQuestion))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/questions/{questionId}/answers")] HttpRequest request,
        string roundId, string questionId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var answer = new Samkjop.Purchasing.AnswerQuestion(
            body.Question, body.Answer, await NamesAsync(round, cancellationToken), context.Caller(), context.Arrived());
        var outcome = await aggregates.DecideAsync<Question>(
            roundId, questionId, context.Command(request.IfMatch()), question => QuestionDecisions.Answer(round, question, answer, RuleTable.Norwegian), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, questionId, outcome, cancellationToken);
        await notices.TellAsync(roundId, cancellationToken);
        return Reply.Ok(QuestionView.For(round, stored.Document, context.Caller()), stored.ETag);
    }

    private async Task<ImmutableArray<string>> NamesAsync(Round round, CancellationToken cancellationToken)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var supplierId in round.Invitation?.InvitedSupplierIds ?? [])
        {
            if (await store.FindAsync<Supplier>(supplierId, "supplier", cancellationToken) is { } supplier)
            {
                names.AddRange(supplier.Document.Name, supplier.Document.OrganisationNumber);
            }
        }

        return names.ToImmutable();
    }
}
