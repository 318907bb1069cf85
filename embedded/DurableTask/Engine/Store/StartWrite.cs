using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>What a start has come to.</summary>
internal enum StartResult
{
    Started,
    Ignored,
    Refused,
}

/// <summary>Starts an orchestration, unless one of the same id refuses it.</summary>
/// <param name="engine">The engine.</param>
/// <param name="row">The new orchestration.</param>
/// <param name="dedupe">Statuses of an existing one that refuse; when null, one that has not ended does what <paramref name="duplicate"/> says.</param>
/// <param name="duplicate">What a start does for an id whose orchestration has not ended.</param>
/// <param name="isNew">Whether the id was just generated, so that nobody else can have it.</param>
internal sealed class StartWrite(DurableEngine engine, InstanceRow row, IReadOnlySet<OrchestrationRuntimeStatus>? dedupe, DuplicateStart duplicate, bool isNew) : EngineWrite<(StartResult Result, OrchestrationRuntimeStatus Existing)>(engine)
{
    protected override void Store(SqliteSession session)
    {
        Answer = (StartResult.Started, default);
        if (!isNew && session.FindInstance(row.Id) is { } existing && !MakeRoom(session, existing)) return;
        Open(session, row);
    }

    bool MakeRoom(SqliteSession session, InstanceRow existing)
    {
        var running = Engine.Directory.Find(existing.Number) is { } found && IsOpen(found) ? found : null;
        var status = existing.Status == OrchestrationRuntimeStatus.Running && running is not null ? running.LiveStatus : existing.Status;
        var verdict = dedupe is not null
            ? dedupe.Contains(status) ? DuplicateStart.Throw : DuplicateStart.Replace
            : existing.HasEnded ? DuplicateStart.Replace : duplicate;
        if (verdict != DuplicateStart.Replace)
        {
            Answer = (verdict == DuplicateStart.Ignore ? StartResult.Ignored : StartResult.Refused, status);
            return false;
        }

        if (running is not null) Terminate(session, running, null);
        session.DeleteInstance(existing.Number);
        return true;
    }
}
