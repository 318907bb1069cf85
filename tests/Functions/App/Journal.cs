using System.Collections.Concurrent;

namespace Samkjop.Tests.Functions.App;

/// <summary>What the sample functions did, in order.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>What a function waits for that is told to.</summary>
    public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Write(string line) => _lines.Enqueue(line);

    public IReadOnlyList<string> About(string subject) =>
        [.. _lines.Where(l => l.StartsWith(subject + " ", StringComparison.Ordinal)).Select(l => l[(subject.Length + 1)..])];
}
