using System.Collections.Concurrent;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Everything that was asked, in order.</summary>
public sealed class CosmosRequestLog
{
    private readonly ConcurrentQueue<CosmosRequest> _requests = [];

    public IReadOnlyList<CosmosRequest> All => [.. _requests];

    /// <summary>Without what the SDK asks for itself, which costs nothing.</summary>
    public IReadOnlyList<CosmosRequest> Data => [.. _requests.Where(request => request.Operation != "metadata")];

    public double RequestUnits => _requests.Sum(request => request.RequestUnits);

    /// <summary>Requests and charge by operation and container, in that order.</summary>
    public IReadOnlyList<(string Operation, string Container, int Count, double RequestUnits)> Totals() =>
    [
        .. Data.GroupBy(request => (request.Operation, request.Container))
            .Select(group => (group.Key.Operation, group.Key.Container, group.Count(), Math.Round(group.Sum(request => request.RequestUnits), 2)))
            .OrderBy(total => total.Operation, StringComparer.Ordinal).ThenBy(total => total.Container, StringComparer.Ordinal),
    ];

    public void Clear() => _requests.Clear();

    internal void Add(CosmosRequest request) => _requests.Enqueue(request);
}
