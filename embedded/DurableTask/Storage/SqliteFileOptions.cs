namespace Samkjop.Embedded.Storage;

/// <summary>How <see cref="SqliteFile"/> keeps its promises. The journal is always a write-ahead log.</summary>
public sealed record SqliteFileOptions
{
    /// <summary>
    /// True: every commit is flushed to the disk before it is acknowledged (synchronous=FULL) and survives power loss as far as the disk keeps its word.
    /// False: a commit survives the death of the process, not that of the machine (synchronous=NORMAL).
    /// </summary>
    public bool FullSync { get; init; } = true;

    /// <summary>How many pages of 4 KB the write-ahead log may grow before its content is moved to the file.</summary>
    public int CheckpointPages { get; init; } = 4000;

    /// <summary>How many writes may share one transaction.</summary>
    public int MaxGroup { get; init; } = 1024;
}
