namespace Samkjop.Embedded.Runtime;

/// <summary>Work with its place in the order: due time first, then the order in which it was posted.</summary>
internal sealed class WorkItem(DateTimeOffset due, long sequence, WorkKind kind, Func<CancellationToken, Task> work) : IDisposable
{
    public static readonly IComparer<WorkItem> Order = Comparer<WorkItem>.Create(static (left, right) =>
    {
        var byDue = left.Due.CompareTo(right.Due);
        return byDue != 0 ? byDue : left.Sequence.CompareTo(right.Sequence);
    });

    public DateTimeOffset Due { get; } = due;

    public long Sequence { get; } = sequence;

    public WorkKind Kind { get; } = kind;

    public Func<CancellationToken, Task> Work { get; } = work;

    /// <summary>Takes the item out of the agenda it waits in; set by that agenda.</summary>
    public Action<WorkItem>? Cancel { get; set; }

    public void Dispose() => Cancel?.Invoke(this);
}
