namespace Samkjop.Embedded.Storage;

/// <summary>What a <see cref="SqliteFile"/> has done since it was opened.</summary>
/// <param name="Commits">Transactions committed, each one flush of the log when fully synchronous.</param>
/// <param name="Operations">Writes asked for, failed ones included.</param>
/// <param name="MaxGroup">The most writes that shared a transaction.</param>
public sealed record SqliteFileStatistics(long Commits, long Operations, int MaxGroup);
