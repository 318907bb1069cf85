using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>Holds an orchestration, or lets it go on.</summary>
internal sealed class SuspendWrite(DurableEngine engine, string instanceId, bool suspend) : EngineWrite<Met>(engine)
{
    Instance? target;

    protected override void Store(SqliteSession session)
    {
        target = Engine.Directory.Find(instanceId) is { } found && IsOpen(found) ? found : null;
        if (target is null)
        {
            Answer = session.FindInstance(instanceId) is null ? Met.Nobody : Met.Ended;
            return;
        }

        Answer = Met.Open;
        session.SetStatus(target.Number, suspend ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running, At);
        target.StoredAsPending = false;
    }

    protected override void Stored()
    {
        if (target is null) return;
        target.LastUpdated = At > target.LastUpdated ? At : target.LastUpdated;
        if (suspend) target.Suspend();
        else target.Resume();
    }
}
