using Samkjop.Embedded.Functions;

namespace Samkjop.Tests.Functions.Fixture;

/// <summary>A change feed in memory. It keeps every version and does not survive a restart unless handed on.</summary>
public sealed class FakeChangeFeed : IChangeFeedSource
{
    private readonly Lock _gate = new();
    private readonly List<(string Container, string Document)> _changes = [];
    private readonly List<Action<string>> _subscribers = [];

    /// <summary>Reads throw so often before they work again.</summary>
    public int FailingReads { get; set; }

    public void Change(string container, params string[] documents)
    {
        Action<string>[] subscribers;
        lock (_gate)
        {
            _changes.AddRange(documents.Select(d => (container, d)));
            subscribers = [.. _subscribers];
        }

        foreach (var changed in subscribers)
            changed(container);
    }

    public Task<ChangeFeedPage> ReadAsync(string container, string? continuation, int max, CancellationToken ct)
    {
        lock (_gate)
        {
            if (FailingReads-- > 0)
                throw new IOException("the store is busy");
            var from = continuation is null ? 0 : int.Parse(continuation);
            var read = _changes.Select((c, i) => (c, i)).Skip(from).Where(x => x.c.Container == container).Take(max).ToList();
            var next = read.Count == 0 ? from : read[^1].i + 1;
            return Task.FromResult(new ChangeFeedPage([.. read.Select(x => x.c.Document)], next.ToString()));
        }
    }

    public Task<string> EndAsync(string container, CancellationToken ct)
    {
        lock (_gate)
            return Task.FromResult(_changes.Count.ToString());
    }

    public IDisposable Subscribe(Action<string> changed)
    {
        lock (_gate)
            _subscribers.Add(changed);
        return new Subscription(this, changed);
    }

    private sealed class Subscription(FakeChangeFeed feed, Action<string> changed) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._gate)
                feed._subscribers.Remove(changed);
        }
    }
}
