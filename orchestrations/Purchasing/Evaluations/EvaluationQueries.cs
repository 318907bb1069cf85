using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reading what belongs together.</summary>
public static class EvaluationQueries
{
    /// <summary>Every evaluation of a lot; at most one per invited supplier.</summary>
    public static Task<IReadOnlyList<Evaluation>> EvaluationsAsync(this IDocumentStore store, string roundId, string lotId, CancellationToken cancellationToken) =>
        store.EveryAsync<Evaluation>(roundId, Evaluation.PrefixOf(lotId), cancellationToken);
}
