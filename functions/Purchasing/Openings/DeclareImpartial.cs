using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Openings;

/// <summary>A person named for the round says whether it is impartial (FOA § 7-5): the condition for seeing bids.</summary>
public sealed class DeclareImpartial(Aggregates aggregates, BidGuard guard)
{
    /// <param name="Impartial">False declares a conflict of interest, which stands.</param>
    /// <param name="Reason">What the conflict consists in, required with one; read by officers of the round and auditors only.</param>
    [ReasonKeptBesideLog]
    public sealed record Body(bool Impartial, string? Reason = null);

    public sealed record View(string Subject, bool Impartial, Instant At);

    [Function(nameof(DeclareImpartial))]
    [RequiresRole(Role.ProcurementOfficer, Role.Opener, Role.Evaluator, Role.AwardDecider, Role.ContractManager)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/impartiality-declarations")] HttpRequest request, string roundId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        _ = await guard.RoundAsync(roundId, cancellationToken);
        var caller = context.Caller();
        var declare = new DeclareImpartiality(caller, body.Impartial, context.Arrived(), body.Reason);
        var outcome = await aggregates.DecideAsync<Round>(roundId, "round", context.Command(), round => BidAccess.Declare(round, declare), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, "impartiality", outcome, cancellationToken);
        var declaration = stored.Document.Declarations.Single(d => d.Subject == caller.Subject);
        return Reply.Ok(new View(declaration.Subject, declaration.Impartial, declaration.At), stored.ETag);
    }
}
