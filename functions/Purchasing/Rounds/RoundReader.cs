using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Rounds;

/// <summary>Reads a round on behalf of a caller.</summary>
public sealed class RoundReader(IDocumentStore store, RefusedAttempts attempts)
{
    /// <summary>The round, if the caller may know of it.</summary>
    /// <exception cref="ProblemException">404: there is none, or it is not the caller's to see, which is recorded.</exception>
    public async Task<Stored<Round>> ReadAsync(FunctionContext context, string roundId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var stored = await store.RoundAsync(roundId, cancellationToken);
        return RoundAccess.MaySee(stored.Document, context.Caller())
            ? stored
            : throw await attempts.RecordAsync(context, roundId, roundId, Refusals.NotFound(Round.Kind, roundId), cancellationToken);
    }
}
