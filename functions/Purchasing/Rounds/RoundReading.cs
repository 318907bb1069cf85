using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Rounds;

/// <summary>Reading a round on behalf of a caller.</summary>
public static class RoundReading
{
    /// <summary>The round, if the caller may know of it.</summary>
    /// <exception cref="ProblemException">404: there is none, or it is not the caller's to see.</exception>
    public static async Task<Stored<Round>> ReadRoundAsync(this IDocumentStore store, FunctionContext context, string roundId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var stored = await store.FindAsync<Round>(roundId, "round", cancellationToken);
        return (stored is not null && RoundAccess.MaySee(stored.Document, context.Caller()) ? stored : null).OrNotFound(roundId);
    }
}
