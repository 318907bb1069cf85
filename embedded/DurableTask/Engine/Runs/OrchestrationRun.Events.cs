using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>External events: the newest waiter of a name gets the event; without a waiter it is kept, first in, first out.</summary>
internal sealed partial class OrchestrationRun
{
    readonly Dictionary<string, List<EventWaiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    readonly List<EventRaised> buffered = [];
    int waiting;

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Guard();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        if (fatal is not null) return Never<T>();
        if (cancellationToken.IsCancellationRequested && settings.Options.Hostile is not { LoseEventsToCancelledWaiters: true }) return Task.FromCanceled<T>(cancellationToken);
        if (!waiters.TryGetValue(eventName, out var queue)) waiters[eventName] = queue = [];
        if (queue.Find(other => other.Type != typeof(T)) is { } other)
        {
            throw new ArgumentException($"Events of one name must be awaited as one type: '{eventName}' is awaited as {other.Type.FullName} and cannot be awaited as {typeof(T).FullName} as well.", nameof(eventName));
        }

        EventWaiter<T> waiter = new();
        queue.Add(waiter);
        waiting++;
        var first = buffered.FindIndex(kept => SameName(kept.Name, eventName));
        if (first >= 0)
        {
            var kept = buffered[first];
            buffered.RemoveAt(first);
            Raise(kept);
        }

        if (cancellationToken.CanBeCanceled) waiter.Registration = cancellationToken.Register(() => GiveUp(eventName, waiter, cancellationToken));
        return waiter.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        Guard();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        Decide(new EventSent(instanceId, eventName, settings.Serialize(payload, $"The payload of event '{eventName}'")));
    }

    /// <summary>Fails the whole run when the payload cannot be read: nobody who awaits can help, as with the real engine.</summary>
    void Raise(EventRaised raised)
    {
        if (!waiters.TryGetValue(raised.Name, out var queue) || queue.Count == 0)
        {
            Buffer(raised);
            return;
        }

        var waiter = queue[^1];
        queue.RemoveAt(queue.Count - 1);
        Action resolve;
        try
        {
            resolve = waiter.Prepare(settings.Converter, raised.Payload);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return;
        }

        if (waiter.IsCancelled) return;
        waiting--;
        waiter.Registration.Dispose();
        resolve();
    }

    void Buffer(EventRaised raised) => buffered.Add(raised);

    void GiveUp(string eventName, EventWaiter waiter, CancellationToken cancellationToken)
    {
        if (!thread.IsCurrent)
        {
            foreign("A wait for an event was cancelled from another thread");
            return;
        }

        var queue = waiters[eventName];
        if (waiter.IsCancelled || !queue.Contains(waiter)) return;
        waiting--;
        if (settings.Options.Hostile is not { LoseEventsToCancelledWaiters: true }) queue.Remove(waiter);
        waiter.Cancel(cancellationToken);
    }
}
