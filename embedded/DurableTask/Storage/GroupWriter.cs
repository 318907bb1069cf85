namespace Samkjop.Embedded.Storage;

/// <summary>The only writer of a file: whatever waits when a transaction begins shares it and its flush to disk.</summary>
internal sealed class GroupWriter : IDisposable
{
    readonly SqliteSession session;
    readonly WriteQueue queue;
    readonly Thread thread;
    long commits;
    long operations;
    int maxGroup;

    public GroupWriter(SqliteSession session, int maxGroup)
    {
        this.session = session;
        queue = new WriteQueue(maxGroup);
        thread = new Thread(Run) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    public SqliteFileStatistics Statistics => new(Volatile.Read(ref commits), Volatile.Read(ref operations), Volatile.Read(ref maxGroup));

    /// <summary>Runs at the end of every transaction, in it.</summary>
    public Action<SqliteSession>? Closing { get; set; }

    public void Add(WriteOperation operation) => queue.Add(operation);

    public void AddPatient(WriteOperation operation) => queue.AddPatient(operation);

    public void Dispose()
    {
        queue.Close();
        if (Thread.CurrentThread != thread) thread.Join();
        queue.Dispose();
    }

    void Run()
    {
        List<WriteOperation> group = [];
        while (queue.Take(group))
        {
            Write(group);
            group.Clear();
        }
    }

    void Write(List<WriteOperation> group)
    {
        Volatile.Write(ref operations, operations + group.Count);
        Volatile.Write(ref maxGroup, Math.Max(maxGroup, group.Count));
        if (!TryCommit(group) && group.Count > 1)
        {
            List<WriteOperation> one = [];
            foreach (var operation in group)
            {
                one.Clear();
                one.Add(operation);
                TryCommit(one);
            }
        }
    }

    /// <summary>False when the whole group was rolled back; a group of one has been told by then.</summary>
    bool TryCommit(List<WriteOperation> group)
    {
        List<(WriteOperation Operation, Exception Exception)>? refused = null;
        try
        {
            session.Begin();
            foreach (var operation in group)
            {
                if (!operation.NeedsSavepoint || group.Count == 1)
                {
                    operation.Execute(session);
                    continue;
                }

                try
                {
                    session.Savepoint();
                    operation.Execute(session);
                    session.ReleaseSavepoint();
                }
                catch (Exception exception) when (session.InTransaction)
                {
                    session.RollbackToSavepoint();
                    (refused ??= []).Add((operation, exception));
                }
            }

            Closing?.Invoke(session);
            session.Commit();
            Volatile.Write(ref commits, commits + 1);
        }
        catch (Exception exception)
        {
            session.Rollback();
            if (group.Count == 1) group[0].Failed(exception);
            return false;
        }

        foreach (var operation in group)
        {
            if (refused?.Find(entry => entry.Operation == operation) is { Exception: { } exception }) operation.Failed(exception);
            else operation.Committed();
        }

        return true;
    }
}
