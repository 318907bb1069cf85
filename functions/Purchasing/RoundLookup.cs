using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing;

/// <summary>Finds the round that a request is about.</summary>
internal static class RoundLookup
{
    /// <summary>The round, whoever asks.</summary>
    /// <exception cref="ProblemException">404: there is none.</exception>
    public static async Task<Stored<Round>> RoundAsync(this IDocumentStore store, string roundId, CancellationToken cancellationToken) =>
        (await store.FindAsync<Round>(roundId, "round", cancellationToken)).OrNotFound(roundId);
}
