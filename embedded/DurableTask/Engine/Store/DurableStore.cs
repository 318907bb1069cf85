using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>The engine's statements.</summary>
internal static class DurableStore
{
    const string Columns = "no, id, name, status, created, updated, generation, start_at, parent, link, tags, input, custom";

    /// <summary>Statuses are stored two higher, so that a change never changes the size of a row.</summary>
    public static long Code(OrchestrationRuntimeStatus status) => (int)status + 2;

    public static void InsertInstance(this SqliteSession session, InstanceRow row)
    {
        var statement = session.Prepare($"INSERT INTO dt_instance ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
        statement.Bind(1, row.Number).Bind(2, row.Id).Bind(3, row.Name).Bind(4, Code(row.Status)).Bind(5, row.Created.Ticks).Bind(6, row.Updated.Ticks).Bind(7, row.Generation);
        if (row.StartAt is { } start) statement.Bind(8, start.Ticks);
        else statement.BindNull(8);
        if (row.Parent is { } parent) statement.Bind(9, parent.Number).Bind(10, parent.ToBytes());
        else statement.BindNull(9).BindNull(10);
        statement.Bind(11, row.Tags).Bind(12, row.Input).Bind(13, row.CustomStatus);
        statement.Run();
        if (row.Trace is { } trace) session.InsertTrace(row.Number, trace);
    }

    public static void SetStatus(this SqliteSession session, long number, OrchestrationRuntimeStatus status, DateTime updated)
        => session.Prepare("UPDATE dt_instance SET status = ?2, updated = ?3 WHERE no = ?1").Bind(1, number).Bind(2, Code(status)).Bind(3, updated.Ticks).Run();

    public static void SetCustomStatus(this SqliteSession session, long number, string? custom)
        => session.Prepare("UPDATE dt_instance SET custom = ?2 WHERE no = ?1").Bind(1, number).Bind(2, custom).Run();

    public static void BeginAnew(this SqliteSession session, long number, int generation, string? input, DateTime updated)
    {
        session.Prepare("DELETE FROM dt_history WHERE instance = ?1").Bind(1, number).Run();
        session.Prepare("UPDATE dt_instance SET generation = ?2, input = ?3, updated = ?4 WHERE no = ?1").Bind(1, number).Bind(2, generation).Bind(3, input).Bind(4, updated.Ticks).Run();
    }

    public static void AppendHistory(this SqliteSession session, long sequence, long number, ReadOnlySpan<byte> events)
        => session.Prepare("INSERT INTO dt_history (seq, instance, events) VALUES (?1, ?2, ?3)").Bind(1, sequence).Bind(2, number).Bind(3, events).Run();

    public static void InsertMessage(this SqliteSession session, long sequence, long number, int? generation, ReadOnlySpan<byte> happened)
    {
        var statement = session.Prepare("INSERT INTO dt_message (seq, instance, generation, event) VALUES (?1, ?2, ?3, ?4)").Bind(1, sequence).Bind(2, number);
        if (generation is { } run) statement.Bind(3, run);
        else statement.BindNull(3);
        statement.Bind(4, happened).Run();
    }

    public static void DeleteMessage(this SqliteSession session, long sequence)
        => session.Prepare("DELETE FROM dt_message WHERE seq = ?1").Bind(1, sequence).Run();

    public static void DeleteMessagesOf(this SqliteSession session, long number)
        => session.Prepare("DELETE FROM dt_message WHERE instance = ?1").Bind(1, number).Run();

    public static void DeleteInstance(this SqliteSession session, long number)
    {
        session.DeleteMessagesOf(number);
        session.Prepare("DELETE FROM dt_history WHERE instance = ?1").Bind(1, number).Run();
        session.Prepare("DELETE FROM dt_trace WHERE instance = ?1").Bind(1, number).Run();
        session.Prepare("DELETE FROM dt_instance WHERE no = ?1").Bind(1, number).Run();
    }

    public static void SetClock(this SqliteSession session, DateTime now)
        => session.Prepare("INSERT INTO dt_clock (one, now) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET now = excluded.now").Bind(1, now.Ticks).Run();

    public static InstanceRow? FindInstance(this SqliteSession session, string id)
        => session.QueryFirst($"SELECT {Columns} FROM dt_instance WHERE id = ?1", Map, id);

    public static List<InstanceRow> UnfinishedInstances(this SqliteSession session)
        => session.Query($"SELECT {Columns} FROM dt_instance WHERE status IN (2, 8, 9) ORDER BY no", Map);

    public static List<InstanceRow> ListInstances(this SqliteSession session, long after, DateTime from, DateTime to, string? prefix, int limit) => session.Query(
        $"SELECT {Columns} FROM dt_instance WHERE no > ?1 AND created >= ?2 AND created <= ?3 AND (?4 IS NULL OR substr(id, 1, length(?4)) = ?4) ORDER BY no LIMIT ?5",
        Map,
        after,
        from.Ticks,
        to.Ticks,
        prefix,
        limit);

    public static List<InstanceRow> ChildrenOf(this SqliteSession session, long number)
        => session.Query($"SELECT {Columns} FROM dt_instance WHERE parent = ?1 ORDER BY no", Map, number);

    public static List<byte[]> History(this SqliteSession session, long number)
        => session.Query("SELECT events FROM dt_history WHERE instance = ?1 ORDER BY seq", static row => row.Blob(0), number);

    public static List<(long Sequence, byte[] Events)> NumberedHistory(this SqliteSession session, long number)
        => session.Query("SELECT seq, events FROM dt_history WHERE instance = ?1 ORDER BY seq", static row => (row.Int64(0), row.Blob(1)), number);

    public static byte[]? LastHistory(this SqliteSession session, long number)
        => session.QueryFirst("SELECT events FROM dt_history WHERE instance = ?1 ORDER BY seq DESC LIMIT 1", static row => row.Blob(0), number);

    public static string? Input(this SqliteSession session, long number)
        => session.Scalar<string>("SELECT input FROM dt_instance WHERE no = ?1", number);

    public static Dictionary<long, ActivityContext> Traces(this SqliteSession session)
        => session.Query("SELECT instance, parent, state FROM dt_trace", static row => (Number: row.Int64(0), Trace: Trace(row.Text(1), row.TextOrNull(2)))).ToDictionary(row => row.Number, row => row.Trace);

    static void InsertTrace(this SqliteSession session, long number, ActivityContext trace)
        => session.Prepare("INSERT INTO dt_trace (instance, parent, state) VALUES (?1, ?2, ?3)").Bind(1, number).Bind(2, $"00-{trace.TraceId}-{trace.SpanId}-{(int)trace.TraceFlags:x2}").Bind(3, trace.TraceState).Run();

    static ActivityContext Trace(string parent, string? state) => ActivityContext.TryParse(parent, state, isRemote: true, out var trace) ? trace : default;

    static InstanceRow Map(SqliteRow row) => new(
        row.Int64(0),
        row.Text(1),
        row.Text(2),
        (OrchestrationRuntimeStatus)(row.Int64(3) - 2),
        Instant(row.Int64(4)),
        Instant(row.Int64(5)),
        (int)row.Int64(6),
        row.Int64OrNull(7) is { } start ? Instant(start) : null,
        ParentLink.FromBytes(row.BlobOrNull(9)),
        row.TextOrNull(10),
        row.TextOrNull(11),
        row.TextOrNull(12));

    static DateTime Instant(long ticks) => new(ticks, DateTimeKind.Utc);
}
