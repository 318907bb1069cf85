using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reading what belongs together.</summary>
public static class EvaluationQueries
{
    /// <summary>Every evaluation of a lot; at most one per invited supplier.</summary>
    public static async Task<IReadOnlyList<Evaluation>> EvaluationsAsync(this IDocumentStore store, string roundId, string lotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var evaluations = new List<Evaluation>();
        await foreach (var evaluation in store.AllAsync<Evaluation>(roundId, Evaluation.PrefixOf(lotId), cancellationToken))
        {
            evaluations.Add(evaluation.Document);
        }

        return evaluations;
    }

    /// <summary>The round, which is known to be there.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    internal static async Task<Round> RequiredRoundAsync(this IDocumentStore store, string roundId, CancellationToken cancellationToken) =>
        (await store.FindAsync<Round>(roundId, "round", cancellationToken))?.Document
            ?? throw new InvalidOperationException($"There is no round '{roundId}'.");
}
