using Microsoft.DurableTask;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Someone who awaits an event.</summary>
internal abstract class EventWaiter
{
    public CancellationTokenRegistration Registration { get; set; }

    public abstract Type Type { get; }

    public abstract bool IsCancelled { get; }

    public abstract void Cancel(CancellationToken cancellationToken);

    /// <summary>Reads the payload as the awaited type; throws what the converter throws.</summary>
    public abstract Action Prepare(DataConverter converter, string? payload);
}

/// <summary>Someone who awaits an event with a payload of a type.</summary>
internal sealed class EventWaiter<T> : EventWaiter
{
    readonly TaskCompletionSource<T> source = new();

    public Task<T> Task => source.Task;

    public override Type Type => typeof(T);

    public override bool IsCancelled => source.Task.IsCanceled;

    public override void Cancel(CancellationToken cancellationToken) => source.TrySetCanceled(cancellationToken);

    public override Action Prepare(DataConverter converter, string? payload)
    {
        var value = converter.Deserialize<T>(payload)!;
        return () => source.TrySetResult(value);
    }
}
