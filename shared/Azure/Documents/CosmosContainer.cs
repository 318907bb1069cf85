namespace Samkjop.Azure;

/// <summary>A container as it must stand in the account; the app itself may not create any, since roles of the data plane cannot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PartitionKeyPath">What it is partitioned by, such as <c>/roundId</c>.</param>
/// <param name="DefaultTimeToLive">
/// Seconds until a document without a <c>ttl</c> of its own expires; -1: only those with one do; null: none does, whatever it says.
/// </param>
/// <param name="IncludedPaths">What is indexed.</param>
/// <param name="ExcludedPaths">What is not.</param>
/// <param name="CompositeIndexes">Each a sequence of paths, all ascending.</param>
public sealed record CosmosContainer(
    string Name,
    string PartitionKeyPath,
    int? DefaultTimeToLive,
    IReadOnlyList<string> IncludedPaths,
    IReadOnlyList<string> ExcludedPaths,
    IReadOnlyList<IReadOnlyList<string>> CompositeIndexes);
