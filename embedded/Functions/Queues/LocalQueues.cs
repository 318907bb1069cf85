using System.Collections.Concurrent;
using System.Text;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.Functions.Queues;

/// <summary>The queues' table. Times are UTC ticks of business time.</summary>
internal sealed class LocalQueues(SqliteFile file, WorkScheduler scheduler) : ILocalQueues
{
    public const string PoisonSuffix = "-poison";

    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS fn_queue_messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
            dequeue_count INTEGER NOT NULL, visible_at INTEGER NOT NULL, inserted_at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS fn_queue_messages_of_queue ON fn_queue_messages (queue, id);
        """;

    /// <summary>A Storage queue takes 64 KiB, which is 48 KiB before the base64 that host.json asks for.</summary>
    private const int MaxBytes = 48 * 1024;

    private readonly ConcurrentDictionary<string, Action<long, DateTimeOffset>> _listeners = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (long Changes, int Count)> _counts = new(StringComparer.Ordinal);
    private long _changes;

    private DateTimeOffset Now => scheduler.Clock.GetUtcNow();

    /// <summary>What is wrong with a queue's name, as the end of a sentence that names who uses it; null when nothing is.</summary>
    public static string? ProblemWithName(string queue) =>
        queue.Length is >= 3 and <= 63
        && queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && queue[0] != '-' && queue[^1] != '-' && !queue.Contains("--", StringComparison.Ordinal)
            ? null
            : $"names the queue '{queue}', which no storage account takes. Use 3 to 63 of a–z, 0–9 and single '-' between them.";

    public async Task EnqueueAsync(string queue, string message, TimeSpan? delay = null, CancellationToken ct = default)
    {
        Check(queue, message);
        var now = Now;
        var visible = now + (delay ?? TimeSpan.Zero);
        var id = await file.WriteAsync(session => Insert(session, queue, message, visible, now), ct);
        Tell(queue, id, visible);
    }

    public Action Enqueue(SqliteSession session, string queue, string message)
    {
        ArgumentNullException.ThrowIfNull(session);
        Check(queue, message);
        var now = Now;
        var id = Insert(session, queue, message, now, now);
        return () => Tell(queue, id, now);
    }

    /// <summary>Counted anew only after a change, since sweeps ask again and again.</summary>
    public Task<int> CountAsync(string queue)
    {
        var changes = Volatile.Read(ref _changes);
        if (_counts.TryGetValue(queue, out var known) && known.Changes == changes)
            return Task.FromResult(known.Count);
        var count = (int)file.ReadOnce(session => session.Scalar<long>("SELECT COUNT(*) FROM fn_queue_messages WHERE queue = ?1", queue));
        _counts[queue] = (changes, count);
        return Task.FromResult(count);
    }

    /// <summary>Tells <paramref name="arrived"/> of every message of the queue from now on, with its id and when it may be taken.</summary>
    public void Listen(string queue, Action<long, DateTimeOffset> arrived) => _listeners[queue] = arrived;

    public IReadOnlyList<(long Id, DateTimeOffset Visible)> Waiting(string queue) =>
        file.ReadOnce(session => session.Query(
            "SELECT id, visible_at FROM fn_queue_messages WHERE queue = ?1 ORDER BY id", row => (row.Int64(0), Utc(row.Int64(1))), queue));

    /// <summary>Counts one more delivery before it begins, so that a message that kills the process runs out of tries too.</summary>
    public Task<QueueMessage?> TakeAsync(long id) =>
        file.WriteAsync(session => session.QueryFirst(
            "UPDATE fn_queue_messages SET dequeue_count = dequeue_count + 1 WHERE id = ?1 RETURNING id, body, dequeue_count, inserted_at",
            row => new QueueMessage(row.Int64(0), row.Text(1), (int)row.Int64(2), Utc(row.Int64(3))),
            id));

    public async Task DeleteAsync(long id)
    {
        await file.WriteAsync(session => session.Execute("DELETE FROM fn_queue_messages WHERE id = ?1", id));
        Interlocked.Increment(ref _changes);
    }

    public Task ReleaseAsync(long id, DateTimeOffset visible) =>
        file.WriteAsync(session => session.Execute("UPDATE fn_queue_messages SET visible_at = ?2 WHERE id = ?1", id, visible.UtcTicks));

    public async Task PoisonAsync(string queue, QueueMessage message)
    {
        var now = Now;
        var poison = await file.WriteAsync(session =>
        {
            session.Execute("DELETE FROM fn_queue_messages WHERE id = ?1", message.Id);
            return Insert(session, queue + PoisonSuffix, message.Body, now, now);
        });
        Tell(queue + PoisonSuffix, poison, now);
    }

    private static void Check(string queue, string message)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(message);
        if (ProblemWithName(queue) is { } problem)
            throw new ArgumentException($"The message was not queued: it {problem}", nameof(queue));
        if (Encoding.UTF8.GetByteCount(message) is > MaxBytes and var size)
            throw new ArgumentException(
                $"The message of {size} bytes was not queued: a queue on Azure takes {MaxBytes}. Store the content and queue its name.", nameof(message));
    }

    private static long Insert(SqliteSession session, string queue, string body, DateTimeOffset visible, DateTimeOffset now) =>
        session.Scalar<long>(
            "INSERT INTO fn_queue_messages (queue, body, dequeue_count, visible_at, inserted_at) VALUES (?1, ?2, 0, ?3, ?4) RETURNING id",
            queue, body, visible.UtcTicks, now.UtcTicks);

    private void Tell(string queue, long id, DateTimeOffset visible)
    {
        Interlocked.Increment(ref _changes);
        if (_listeners.TryGetValue(queue, out var arrived))
            arrived(id, visible);
    }

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
