using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Openings;

/// <summary>Who has declared what of its impartiality, with reasons: for officers of the round and auditors, nobody else.</summary>
public sealed class GetDeclarations(BidGuard guard)
{
    [Function("GetImpartialityDeclarations")]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/impartiality-declarations")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var (round, caller) = (await guard.RoundAsync(roundId, cancellationToken), context.Caller());
        return !caller.Has(Role.Auditor) && RoundAccess.MayActAs(round, caller, Role.ProcurementOfficer, context.Arrived()) is { } refusal
            ? throw await guard.RefusedAsync(context, roundId, "impartiality", refusal, cancellationToken)
            : Reply.Ok(new View(round.Declarations));
    }

    /// <param name="Declarations">The latest of each person, in the order made.</param>
    public sealed record View(IReadOnlyList<ImpartialityDeclaration> Declarations);
}
