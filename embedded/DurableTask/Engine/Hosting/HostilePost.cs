using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.DurableTask;

/// <summary>Delivers messages late and out of order, as far as real backends do: events of one name to one orchestration keep their order.</summary>
internal sealed class HostilePost(HostileMode mode, HostileDice dice, WorkScheduler scheduler, IdleGate busy)
{
    const int MostHops = 6;

    readonly Lock gate = new();
    readonly Dictionary<(Instance Target, string Name), Queue<Message>> held = [];

    public void Deliver(Instance target, Message message)
    {
        if (message.Event is EventRaised raised) DeliverInOrder(target, message, (target, raised.Name.ToUpperInvariant()));
        else if (dice.Roll(mode.DelayMessage)) Later(() => target.Deliver(message));
        else target.Deliver(message);
    }

    void DeliverInOrder(Instance target, Message message, (Instance, string) key)
    {
        lock (gate)
        {
            if (!held.TryGetValue(key, out var queue))
            {
                if (!dice.Roll(mode.DelayMessage))
                {
                    target.Deliver(message);
                    return;
                }

                held[key] = queue = new Queue<Message>();
            }

            queue.Enqueue(message);
        }

        Later(() => Release(key));
    }

    void Release((Instance Target, string Name) key)
    {
        lock (gate)
        {
            var queue = held[key];
            key.Target.Deliver(queue.Dequeue());
            if (queue.Count == 0) held.Remove(key);
        }
    }

    /// <summary>Lets other work pass: by time on a running clock, by order alone on a virtual one.</summary>
    void Later(Action deliver)
    {
        busy.Enter();
        if (scheduler.IsVirtual)
        {
            Hop(1 + dice.Below(MostHops), deliver);
            return;
        }

        var delay = TimeSpan.FromTicks(1 + dice.Below((int)Math.Max(1, mode.LongestDelay.Ticks)));
        scheduler.PostAt(scheduler.Clock.GetUtcNow() + delay, WorkKind.Message, _ => Arrive(deliver));
    }

    void Hop(int left, Action deliver) => scheduler.Post(WorkKind.Message, _ =>
    {
        if (left <= 1) return Arrive(deliver);
        Hop(left - 1, deliver);
        return Task.CompletedTask;
    });

    Task Arrive(Action deliver)
    {
        deliver();
        busy.Leave();
        return Task.CompletedTask;
    }
}
