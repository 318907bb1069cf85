using Samkjop.Embedded.DurableTask;

namespace Samkjop.Tests.Host.Histories;

/// <summary>Takes down the history of every run of every orchestration as far as it came before it ended or began anew, each distinct one once.</summary>
internal sealed class HistoryRecorder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RecordedHistory> _running = new(StringComparer.Ordinal);
    private readonly List<RecordedHistory> _over = [];

    /// <summary>Engine options under which this takes notes.</summary>
    public DurableEngineOptions Engine => new() { TurnStored = Note };

    /// <summary>What was taken down; histories that tell the same things in the same phase are told by the first of them.</summary>
    public IReadOnlyList<RecordedHistory> Distinct()
    {
        lock (_gate)
        {
            return [.. _over.Concat(_running.Values).DistinctBy(history => (history.Name, PhaseOf(history), history.Outline)).OrderBy(history => history.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Orchestrator, phase, and the steps taken, each where it was taken first: what does not depend on when requests and nudges arrive.</summary>
    public static string StepsOf(RecordedHistory history) =>
        $"{history.Name} in {PhaseOf(history)}: {string.Join(", ", history.Outline.Split(", ").Where(step => step.Contains("Scheduled", StringComparison.Ordinal)).Distinct())}";

    /// <summary>The phase that the run said it was in; <c>begun</c> when it had not said yet.</summary>
    public static string PhaseOf(RecordedHistory history) => history.CustomStatus?.Trim('"') ?? "begun";

    private void Note(DurableEngine engine, string instanceId)
    {
        if (engine.Histories.Export(instanceId) is not { Outline.Length: > 0 } history || history.Outline.EndsWith("RunEnded", StringComparison.Ordinal))
        {
            return;
        }

        lock (_gate)
        {
            if (_running.TryGetValue(instanceId, out var earlier) && !earlier.IsBeginningOf(history))
            {
                _over.Add(earlier);
            }

            _running[instanceId] = history;
        }
    }
}
