using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask;

/// <summary>What the client reads.</summary>
internal sealed partial class EngineClient
{
    const int PurgeBatch = 200;

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (engine.Directory.Find(instanceId) is { } instance) await instance.Signals.WhenStarted.WaitAsync(cancellation);
        return await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation) ?? throw NotFound(instanceId, "there is nothing to wait for");
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        while (true)
        {
            if (engine.Directory.Find(instanceId) is { } instance)
            {
                var ended = await instance.Signals.WhenEnded.WaitAsync(cancellation);
                return Describe(instance, ended, getInputsAndOutputs);
            }

            var found = await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation) ?? throw NotFound(instanceId, "there is nothing to wait for");
            if (found.IsCompleted) return found;
            await Task.Delay(1, cancellation);
        }
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(engine.File.ReadOnce(session => session.FindInstance(instanceId)) switch
        {
            null => null,
            { HasEnded: false } running => Describe(running, ended: null, getInputsAndOutputs),
            _ => engine.File.Read(session => session.FindInstance(instanceId) is { } row ? Describe(session, row, getInputsAndOutputs) : null),
        });
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        filter ??= new OrchestrationQuery();
        return Pageable.Create((continuation, size, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var most = Math.Max(1, size ?? filter.PageSize);
            return Task.FromResult(engine.File.Read(session => List(session, filter, continuation ?? filter.ContinuationToken, most)));
        });
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.CreatedFrom is null) throw new ArgumentException("A purge by filter needs CreatedFrom, or the Functions host fails. Nothing was purged; give the beginning of time to purge from there on.", nameof(filter));
        OrchestrationQuery query = new(filter.CreatedFrom, filter.CreatedTo, filter.Statuses, PageSize: PurgeBatch);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (filter.Timeout is { } timeout) patience.CancelAfter(timeout);
        var purged = 0;
        await foreach (var page in GetAllInstancesAsync(query).AsPages())
        {
            cancellation.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested) return new PurgeResult(purged, false);
            PurgeWrite write = new(engine, [.. page.Values.Where(found => found.IsCompleted).Select(found => found.InstanceId)], options?.Recursive ?? false);
            purged += await WriteAsync(write, write.Task);
        }

        return new PurgeResult(purged, true);
    }

    Page<OrchestrationMetadata> List(SqliteSession session, OrchestrationQuery filter, string? continuation, int most)
    {
        var after = long.TryParse(continuation, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var from = filter.CreatedFrom?.UtcDateTime ?? DateTime.MinValue;
        var to = filter.CreatedTo?.UtcDateTime ?? DateTime.MaxValue;
        var statuses = filter.Statuses?.ToHashSet();
        List<OrchestrationMetadata> found = [];
        while (true)
        {
            var rows = session.ListInstances(after, from, to, filter.InstanceIdPrefix, most);
            foreach (var row in rows)
            {
                after = row.Number;
                var metadata = Describe(session, row, filter.FetchInputsAndOutputs);
                if (statuses is { Count: > 0 } && !statuses.Contains(metadata.RuntimeStatus)) continue;
                found.Add(metadata);
                if (found.Count == most) return new Page<OrchestrationMetadata>(found, after.ToString(CultureInfo.InvariantCulture));
            }

            if (rows.Count < most) return new Page<OrchestrationMetadata>(found);
        }
    }

    OrchestrationMetadata Describe(SqliteSession session, InstanceRow row, bool payloads)
    {
        var ended = row.HasEnded && (payloads || row.Status == OrchestrationRuntimeStatus.Failed) ? LastEvent(session, row.Number) as RunEnded : null;
        return Describe(row, ended, payloads);
    }

    OrchestrationMetadata Describe(InstanceRow row, RunEnded? ended, bool payloads)
    {
        var live = row.HasEnded ? null : engine.Directory.Find(row.Number);
        return new OrchestrationMetadata(row.Name, row.Id)
        {
            RuntimeStatus = row.Status == OrchestrationRuntimeStatus.Running && live is { IsClosed: false } ? live.LiveStatus : row.Status,
            CreatedAt = new DateTimeOffset(row.Created),
            LastUpdatedAt = new DateTimeOffset(live is not null && live.LastUpdated > row.Updated ? live.LastUpdated : row.Updated),
            DataConverter = payloads ? engine.Settings.Converter : null,
            SerializedInput = payloads ? row.Input : null,
            SerializedOutput = payloads ? ended?.Output : null,
            SerializedCustomStatus = payloads ? row.CustomStatus : null,
            FailureDetails = ended?.Failure,
            Tags = ReadTags(row.Tags),
        };
    }

    OrchestrationMetadata Describe(Instance instance, RunEnded ended, bool payloads)
    {
        var input = payloads ? instance.HasInput ? instance.Input : engine.File.Read(session => session.Input(instance.Number)) : null;
        return new OrchestrationMetadata(instance.Name, instance.Id)
        {
            RuntimeStatus = ended.Status,
            CreatedAt = new DateTimeOffset(instance.Created),
            LastUpdatedAt = new DateTimeOffset(instance.LastUpdated),
            DataConverter = payloads ? engine.Settings.Converter : null,
            SerializedInput = input,
            SerializedOutput = payloads ? ended.Output : null,
            SerializedCustomStatus = payloads ? instance.CustomStatus : null,
            FailureDetails = ended.Failure,
            Tags = ReadTags(instance.Tags),
        };
    }

    static HistoryEvent? LastEvent(SqliteSession session, long number) =>
        session.LastHistory(number) is { } bytes ? HistoryReader.ReadAll(bytes)[^1] : null;

    static IReadOnlyDictionary<string, string> ReadTags(string? tags) => tags is null
        ? ImmutableDictionary<string, string>.Empty
        : JsonSerializer.Deserialize<Dictionary<string, string>>(tags)!;
}
