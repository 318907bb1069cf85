namespace Samkjop.Purchasing.Import;

/// <summary>What one row of a sheet says.</summary>
/// <param name="Row">Its row in the file, from 1.</param>
/// <param name="Reference">The agency's own reference.</param>
/// <param name="Content">What is needed.</param>
public sealed record ImportedNeed(int Row, string Reference, NeedContent Content);
