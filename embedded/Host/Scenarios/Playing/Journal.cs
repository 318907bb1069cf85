using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Host.Scenarios;

/// <summary>
/// What a rehearsal has played, in the same file as the app's state: after a crash the lines are told again and the steps are not done again.
/// </summary>
internal sealed class Journal
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS play_run (one INTEGER PRIMARY KEY CHECK (one = 1), sha256 TEXT NOT NULL, finished INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS play_turn (
            key TEXT PRIMARY KEY, at INTEGER NOT NULL, day INTEGER NOT NULL, audit TEXT NOT NULL, requests INTEGER NOT NULL, saved TEXT NOT NULL, lines TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS play_doubt (key TEXT PRIMARY KEY);
        """;

    private readonly SqliteFile _file;
    private readonly Dictionary<string, PlayedTurn> _played;
    private readonly HashSet<string> _doubtful;

    public Journal(SqliteFile file)
    {
        _file = file;
        file.EnsureSchema(Schema);
        _played = file.ReadOnce(session => session.Query("SELECT key, at, day, audit, requests, saved, lines FROM play_turn", Played)).ToDictionary(t => t.Key, StringComparer.Ordinal);
        _doubtful = [.. file.ReadOnce(session => session.Query("SELECT key FROM play_doubt", row => row.Text(0)))];
    }

    /// <summary>When the last turn was played; null before the first.</summary>
    public Instant? LastPlayed => _played.Count == 0 ? null : _played.Values.Max(turn => turn.At);

    /// <summary>The hash of the file that was begun; null when none was.</summary>
    public static (string Sha256, bool Finished)? RunOf(SqliteFile file)
    {
        file.EnsureSchema(Schema);
        return file.ReadOnce(session => session.Query<(string, bool)?>("SELECT sha256, finished FROM play_run", row => (row.Text(0), row.Int64(1) == 1))).FirstOrDefault();
    }

    public Task BeginAsync(string sha256) =>
        _file.WriteAsync(session => session.Execute("INSERT OR IGNORE INTO play_run (one, sha256, finished) VALUES (1, ?1, 0)", sha256));

    public Task FinishAsync() => _file.WriteAsync(session => session.Execute("UPDATE play_run SET finished = 1"));

    public PlayedTurn? Find(string key) => _played.GetValueOrDefault(key);

    /// <summary>Whether a request may have been carried out before a crash, without anybody knowing its answer.</summary>
    public bool IsDoubtful(string key) => _doubtful.Contains(key);

    /// <summary>Says that a request is about to be sent whose answer is not the same when it is sent again.</summary>
    public Task DoubtAsync(string key) => _file.WriteAsync(session => session.Execute("INSERT OR IGNORE INTO play_doubt (key) VALUES (?1)", key));

    public Task AddAsync(PlayedTurn turn) => _file.WriteAsync(session =>
    {
        session.Execute(
            "INSERT INTO play_turn (key, at, day, audit, requests, saved, lines) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            turn.Key, turn.At.ToUnixTimeTicks(), turn.Day, JsonSerializer.Serialize(turn.LastAudit), turn.Requests, turn.Saved.ToJsonString(), JsonSerializer.Serialize(turn.Lines));
        session.Execute("DELETE FROM play_doubt WHERE key = ?1", turn.Key);
    });

    private static PlayedTurn Played(SqliteRow row) => new(
        row.Text(0), Instant.FromUnixTimeTicks(row.Int64(1)), (int)row.Int64(2), JsonSerializer.Deserialize<List<long>>(row.Text(3))!, (int)row.Int64(4),
        (JsonObject)JsonNode.Parse(row.Text(5))!, JsonSerializer.Deserialize<List<string>>(row.Text(6))!);
}

/// <param name="Key">The turn's place.</param>
/// <param name="At">When it was played.</param>
/// <param name="Day">The day that the timeline stands at, in days since the epoch.</param>
/// <param name="LastAudit">The last audit entry told of each round.</param>
/// <param name="Requests">Requests sent.</param>
/// <param name="Saved">Variables saved.</param>
/// <param name="Lines">Lines told since the turn before.</param>
internal sealed record PlayedTurn(string Key, Instant At, int Day, IReadOnlyList<long> LastAudit, int Requests, JsonObject Saved, IReadOnlyList<string> Lines);
