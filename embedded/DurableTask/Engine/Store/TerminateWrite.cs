using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>Ends an orchestration from outside, with its sub-orchestrations if asked.</summary>
internal sealed class TerminateWrite(DurableEngine engine, string instanceId, string? output, bool recursive) : EngineWrite<Met>(engine)
{
    protected override void Store(SqliteSession session)
    {
        if (Engine.Directory.Find(instanceId) is { } instance && IsOpen(instance))
        {
            Answer = Met.Open;
            TerminateTree(session, instance);
        }
        else
        {
            Answer = session.FindInstance(instanceId) is null ? Met.Nobody : Met.Ended;
        }
    }

    void TerminateTree(SqliteSession session, Instance instance)
    {
        Terminate(session, instance, output);
        if (!recursive) return;
        foreach (var row in session.ChildrenOf(instance.Number))
        {
            if (Engine.Directory.Find(row.Number) is { ClosedBy: null } child) TerminateTree(session, child);
        }
    }
}
