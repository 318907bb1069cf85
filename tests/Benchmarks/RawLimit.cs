using System.Diagnostics;
using Samkjop.Embedded.Storage;
using SQLitePCL;

namespace Samkjop.Benchmarks;

/// <summary>
/// The limit: the statements that the engine ran from a fresh file on, with the same values and in the same
/// transactions, replayed by one thread that does nothing else.
/// </summary>
internal static class RawLimit
{
    static readonly TimeSpan Recorded = TimeSpan.FromSeconds(4);

    /// <summary>Instances per second of the replayed statements.</summary>
    public static async Task<double> MeasureAsync(BenchmarkPlan plan, bool replay, CancellationToken cancellation)
    {
        Recording recording = new();
        int chains;
        await using (var rig = await ChainRig.StartAsync(plan.Folder, replay, recording))
        {
            chains = (await ChainRun.LoopAsync(rig, plan.Instances, Recorded, cancellation)).Count;
        }

        return chains / Replay(Path.Combine(plan.Folder, "raw.db"), recording.Statements).TotalSeconds;
    }

    static TimeSpan Replay(string path, List<(string Sql, object?[] Values)> statements)
    {
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(path)!, "raw.db*")) File.Delete(old);
        using SqliteSession session = new(SqliteFile.Connect(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE));
        session.Script(SqliteFile.Pragmas(new SqliteFileOptions()) + Samkjop.Embedded.DurableTask.Store.DurableSchema.Ddl);
        var began = Stopwatch.GetTimestamp();
        foreach (var (sql, values) in statements)
        {
            var statement = session.Prepare(sql);
            for (var i = 0; i < values.Length; i++) statement.BindValue(i + 1, values[i]);
            statement.Run();
        }

        session.Rollback();
        return Stopwatch.GetElapsedTime(began);
    }

    sealed class Recording : StatementRecorder
    {
        public List<(string Sql, object?[] Values)> Statements { get; } = [];

        public override void Executed(string sql, object?[] values)
        {
            if (Statements.Count > 0 || sql.StartsWith("BEGIN", StringComparison.Ordinal)) Statements.Add((sql, values));
        }
    }
}
