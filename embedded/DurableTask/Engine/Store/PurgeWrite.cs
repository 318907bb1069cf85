using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>Removes orchestrations that have ended; the answer is how many.</summary>
internal sealed class PurgeWrite(DurableEngine engine, IReadOnlyList<string> instanceIds, bool recursive) : EngineWrite<int>(engine)
{
    protected override void Store(SqliteSession session)
    {
        Answer = 0;
        foreach (var id in instanceIds)
        {
            if (session.FindInstance(id) is { HasEnded: true } row) Purge(session, row);
        }
    }

    void Purge(SqliteSession session, InstanceRow row)
    {
        if (recursive)
        {
            foreach (var child in session.ChildrenOf(row.Number).Where(child => child.HasEnded)) Purge(session, child);
        }

        session.DeleteInstance(row.Number);
        Answer++;
    }
}
