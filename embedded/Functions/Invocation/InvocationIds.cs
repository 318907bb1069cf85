namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>Ids of invocations: counted on virtual time, so that a rehearsal repeats them; unique otherwise.</summary>
internal sealed class InvocationIds(bool counted)
{
    private int _last;

    public string Next() =>
        counted
            ? new Guid(Interlocked.Increment(ref _last), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).ToString()
            : Guid.CreateVersion7().ToString();
}
