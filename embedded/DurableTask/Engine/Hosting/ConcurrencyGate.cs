namespace Samkjop.Embedded.DurableTask;

/// <summary>Lets a number of pieces of work through at a time; the others wait in order.</summary>
internal sealed class ConcurrencyGate(int most)
{
    readonly Lock gate = new();
    readonly Queue<Action> waiting = new();
    int inside;

    /// <summary>Calls <paramref name="begin"/> now or when there is room; each call is matched by one <see cref="Leave"/>.</summary>
    public void Enter(Action begin)
    {
        lock (gate)
        {
            if (inside >= most)
            {
                waiting.Enqueue(begin);
                return;
            }

            inside++;
        }

        begin();
    }

    public void Leave()
    {
        Action? next;
        lock (gate)
        {
            if (!waiting.TryDequeue(out next)) inside--;
        }

        next?.Invoke();
    }
}
