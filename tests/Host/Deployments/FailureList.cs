using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;

namespace Samkjop.Tests.Host.Deployments;

/// <summary>Notes every orchestration that fails, with why.</summary>
internal sealed class FailureList
{
    private readonly Lock _gate = new();
    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (_gate)
            {
                return [.. _failures];
            }
        }
    }

    /// <summary>Engine options under which this takes notes; every turn is rebuilt by replay.</summary>
    public DurableEngineOptions Engine => new() { ReplayEveryTurn = true, TurnStored = Note };

    private void Note(DurableEngine engine, string instanceId)
    {
        if (engine.Client.GetInstanceAsync(instanceId).GetAwaiter().GetResult() is { RuntimeStatus: OrchestrationRuntimeStatus.Failed } failed)
        {
            lock (_gate)
            {
                _failures.Add($"{instanceId}: {failed.FailureDetails?.ErrorMessage}");
            }
        }
    }
}
