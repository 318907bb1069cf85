using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.Functions.Timers;

/// <summary>
/// The last occurrence of each timer. Writes do not hold up the timer: one waits per timer at most, and goes with the next transaction of anybody.
/// After a crash an occurrence that was run may therefore run again; none is lost.
/// </summary>
internal sealed class TimerStatusStore(SqliteFile file)
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public const string Schema =
        "CREATE TABLE IF NOT EXISTS fn_timers (name TEXT PRIMARY KEY, last INTEGER NOT NULL, next INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID;";

    public ScheduleStatus? Read(string timer) =>
        file.ReadOnce(session => session.QueryFirst(
            "SELECT last, next, updated FROM fn_timers WHERE name = ?1",
            row => new ScheduleStatus { Last = Utc(row.Int64(0)), Next = Utc(row.Int64(1)), LastUpdated = Utc(row.Int64(2)) },
            timer));

    public void Save(string timer, ScheduleStatus status)
    {
        var slot = _slots.GetOrAdd(timer, static _ => new Slot());
        lock (slot)
        {
            slot.Newest = status;
            if (slot.Waits)
                return;
            slot.Waits = true;
        }

        file.WriteSoon(session => Write(session, timer, slot));
    }

    /// <summary>Completes when everything saved is durable.</summary>
    public Task FlushAsync() => file.WriteAsync(_ => { });

    private static void Write(SqliteSession session, string timer, Slot slot)
    {
        ScheduleStatus status;
        lock (slot)
        {
            status = slot.Newest!;
            slot.Waits = false;
        }

        session.Execute(
            "INSERT INTO fn_timers (name, last, next, updated) VALUES (?1, ?2, ?3, ?4) "
            + "ON CONFLICT (name) DO UPDATE SET last = ?2, next = ?3, updated = ?4",
            timer, status.Last.Ticks, status.Next.Ticks, status.LastUpdated.Ticks);
    }

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);

    private sealed class Slot
    {
        public ScheduleStatus? Newest { get; set; }

        public bool Waits { get; set; }
    }
}
