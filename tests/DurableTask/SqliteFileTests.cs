using Microsoft.Data.Sqlite;
using Samkjop.Embedded.Storage;

namespace Samkjop.Tests.DurableTask;

public sealed class SqliteFileTests : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("samkjop-").FullName;
    readonly SqliteFile file;

    public SqliteFileTests()
    {
        file = SqliteFile.Open(Path.Combine(folder, "file.db"));
        file.EnsureSchema("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, text TEXT UNIQUE, bytes BLOB)");
    }

    [Fact]
    public async Task What_was_acknowledged_is_read_at_once()
    {
        await file.WriteAsync(session => session.Execute("INSERT INTO t (text, bytes) VALUES (?1, ?2)", "æøå", new byte[] { 1, 2 }));
        var row = file.Read(session => session.QueryFirst("SELECT text, bytes, id FROM t", row => (row.Text(0), row.Blob(1), row.Int64(2))));
        Assert.Equal("æøå", row.Item1);
        Assert.Equal([1, 2], row.Item2);
        Assert.Equal(1L, row.Item3);
    }

    [Fact]
    public async Task A_write_that_throws_takes_only_its_own_changes_back()
    {
        using ManualResetEventSlim gate = new();
        var blocker = await BlockAsync(gate);
        var before = file.WriteAsync(session => session.Execute("INSERT INTO t (text) VALUES ('before')"));
        var failing = file.WriteAsync(session =>
        {
            session.Execute("INSERT INTO t (text) VALUES ('lost')");
            throw new InvalidOperationException("changed my mind");
        });
        var refused = file.WriteAsync(session => session.Execute("INSERT INTO t (text) VALUES ('before')"));
        var after = file.WriteAsync(session => session.Execute("INSERT INTO t (text) VALUES ('after')"));
        gate.Set();
        await Task.WhenAll(blocker, before, after);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Assert.ThrowsAsync<SqliteException>(() => refused);
        Assert.Equal(["before", "after"], Texts());
    }

    [Fact]
    public async Task Writes_that_wait_together_share_a_commit()
    {
        using ManualResetEventSlim gate = new();
        var blocker = await BlockAsync(gate);
        var commits = file.Statistics.Commits;
        var writes = Enumerable.Range(0, 100).Select(i => file.WriteAsync(session => session.Execute("INSERT INTO t (text) VALUES (?1)", i))).ToList();
        gate.Set();
        await Task.WhenAll([blocker, .. writes]);
        Assert.InRange(file.Statistics.Commits - commits, 1, 3);
        Assert.InRange(file.Statistics.MaxGroup, 50, 101);
        Assert.Equal(100, Texts().Count);
    }

    [Fact]
    public async Task A_write_that_nobody_waits_for_goes_with_the_next_transaction()
    {
        using ManualResetEventSlim gate = new();
        var blocker = await BlockAsync(gate);
        file.WriteSoon(session => session.Execute("INSERT INTO t (text) VALUES ('soon')"));
        var commits = file.Statistics.Commits;
        var write = file.WriteAsync(session => session.Execute("INSERT INTO t (text) VALUES ('now')"));
        gate.Set();
        await Task.WhenAll(blocker, write);
        Assert.Equal(["soon", "now"], Texts());
        Assert.Equal(2, file.Statistics.Commits - commits);
    }

    [Fact]
    public async Task A_write_that_nobody_waits_for_is_written_without_another_and_before_the_file_is_closed()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        file.WriteSoon(session =>
        {
            session.Execute("INSERT INTO t (text) VALUES ('alone')");
            written.TrySetResult();
        });
        await written.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        file.WriteSoon(session => session.Execute("INSERT INTO t (text) VALUES ('last')"));
        await file.DisposeAsync();
        await using var again = SqliteFile.Open(Path.Combine(folder, "file.db"));
        Assert.Equal(["alone", "last"], again.Read(session => session.Query("SELECT text FROM t ORDER BY id", row => row.Text(0))));
    }

    [Fact]
    public async Task A_write_that_was_cancelled_in_time_does_not_happen()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.WriteAsync(session => session.Execute("INSERT INTO t (text) VALUES ('x')"), cancelled.Token));
        Assert.Empty(Texts());
    }

    [Fact]
    public async Task A_closed_file_refuses_writes_and_reads()
    {
        await file.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => { _ = file.WriteAsync(_ => { }); });
        Assert.Throws<ObjectDisposedException>(() => file.Read(session => 1));
    }

    [Fact]
    public void A_missing_folder_is_an_error_that_says_what_to_do()
    {
        var error = Assert.Throws<SqliteException>(() => SqliteFile.Open(Path.Combine(folder, "no", "such", "file.db")));
        Assert.Contains("check the folder", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Occupies the writer until the gate is set; returns once it is occupied.</summary>
    async Task<Task> BlockAsync(ManualResetEventSlim gate)
    {
        var occupied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocker = Task.Run(() => file.WriteAsync(_ =>
        {
            occupied.TrySetResult();
            gate.Wait();
        }));
        await occupied.Task;
        return blocker;
    }

    List<string> Texts() => file.Read(session => session.Query("SELECT text FROM t ORDER BY id", row => row.Text(0)));

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
