using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>Whom a write from outside has met.</summary>
internal enum Met
{
    Open,
    Ended,
    Nobody,
}

/// <summary>Sends an event from outside.</summary>
internal sealed class RaiseWrite(DurableEngine engine, string instanceId, EventRaised raised) : EngineWrite<Met>(engine)
{
    protected override void Store(SqliteSession session)
    {
        if (Engine.Directory.Find(instanceId) is { } target && IsOpen(target))
        {
            Send(session, target, raised);
            Answer = Met.Open;
        }
        else
        {
            Answer = session.FindInstance(instanceId) is null ? Met.Nobody : Met.Ended;
        }
    }
}
