using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.Functions.Invocation;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.Functions.Feeds;

/// <summary>
/// Brings a container's changes to its function, batch after batch. The checkpoint is written after the function has run, whether or not it
/// threw: a failed batch is lost unless a retry policy saves it, and a crash before the checkpoint brings the batch again.
/// </summary>
internal sealed class FeedFunction
{
    private const int DefaultBatch = 100;
    private const int DefaultPollDelay = 5000;

    private readonly Lock _gate = new();
    private readonly FunctionEntry _function;
    private readonly FunctionInvoker _invoker;
    private readonly WorkScheduler _scheduler;
    private readonly IChangeFeedSource _source;
    private readonly FeedCheckpoints _checkpoints;
    private readonly HostileTriggers? _hostile;
    private readonly ILogger _logger;
    private readonly CosmosDBTriggerAttribute _trigger;
    private readonly string _lease;
    private string? _continuation;
    private bool _busy;
    private bool _nudged;
    private int _batches;

    public FeedFunction(
        FunctionEntry function, FunctionInvoker invoker, WorkScheduler scheduler, IChangeFeedSource source, FeedCheckpoints checkpoints, HostileTriggers? hostile, ILogger logger)
    {
        (_function, _invoker, _scheduler, _source, _checkpoints, _hostile, _logger) = (function, invoker, scheduler, source, checkpoints, hostile, logger);
        _trigger = (CosmosDBTriggerAttribute)function.Trigger;
        _lease = $"{_trigger.DatabaseName}/{_trigger.ContainerName}/{_trigger.LeaseContainerName ?? "leases"}/{_trigger.LeaseContainerPrefix}";
    }

    private int BatchSize => _trigger.MaxItemsPerInvocation > 0 ? _trigger.MaxItemsPerInvocation : DefaultBatch;

    private TimeSpan PollDelay => TimeSpan.FromMilliseconds(_trigger.FeedPollDelay > 0 ? _trigger.FeedPollDelay : DefaultPollDelay);

    /// <returns>Disposing it ends the nudges; a batch that runs goes on to its end.</returns>
    public async Task<IDisposable> StartAsync(CancellationToken cancellation)
    {
        var (known, continuation) = _checkpoints.Read(_lease);
        _continuation = continuation;
        if (!known)
        {
            if (!_trigger.StartFromBeginning)
                _continuation = await _source.EndAsync(_trigger.ContainerName, cancellation);
            await _checkpoints.SaveAsync(_lease, _continuation);
        }

        var nudges = _source.Subscribe(container =>
        {
            if (container == _trigger.ContainerName)
                Nudge();
        });
        Nudge();
        if (!_scheduler.IsVirtual)
            Poll();
        return nudges;
    }

    private void Nudge()
    {
        lock (_gate)
        {
            _nudged = true;
            if (_busy)
                return;
            _busy = true;
            _nudged = false;
        }

        _scheduler.Post(WorkKind.Feed, ReadAsync);
    }

    /// <summary>On virtual time nothing changes unseen, and a poll every few seconds would be all that a rehearsal does.</summary>
    private void Poll() =>
        _scheduler.PostAt(_scheduler.Clock.GetUtcNow() + PollDelay, WorkKind.Feed, _ =>
        {
            Nudge();
            Poll();
            return Task.CompletedTask;
        });

    private async Task ReadAsync(CancellationToken cancellation)
    {
        ChangeFeedPage page;
        try
        {
            page = await _source.ReadAsync(_trigger.ContainerName, _continuation, BatchSize, cancellation);
        }
        catch (Exception error)
        {
            if (!cancellation.IsCancellationRequested)
                FunctionLog.FeedUnreadable(_logger, _trigger.ContainerName, _function.Name, error);
            Rest();
            return;
        }

        if (page.Documents.Count == 0)
        {
            Rest();
            return;
        }

        if (_hostile?.DropsBatch(++_batches) == true)
        {
            FunctionLog.FeedBatchDropped(_logger, page.Documents.Count, _trigger.ContainerName, _function.Name);
            await CheckpointAsync(page);
            return;
        }

        await RunAsync(page, attempt: 0, cancellation);
    }

    private async Task RunAsync(ChangeFeedPage page, int attempt, CancellationToken cancellation)
    {
        try
        {
            var json = $"[{string.Join(',', page.Documents)}]";
            await _invoker.InvokeAsync(_function, new InvocationTrigger(json, InvocationTrigger.NoData, attempt), cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // The one failure that does not lose the batch: the host stops, and the next start brings it again.
            return;
        }
        catch (Exception error) when (_function.Retry?.DelayAfter(attempt) is { } delay)
        {
            FunctionLog.TriedAgain(_logger, _function.Name, attempt + 1, delay, error);
            _scheduler.PostAt(_scheduler.Clock.GetUtcNow() + delay, WorkKind.Feed, ct => RunAsync(page, attempt + 1, ct));
            return;
        }
        catch (Exception error)
        {
            FunctionLog.FeedBatchLost(_logger, _function.Name, page.Documents.Count, _trigger.ContainerName, error);
        }

        await CheckpointAsync(page);
    }

    private async Task CheckpointAsync(ChangeFeedPage page)
    {
        try
        {
            await _checkpoints.SaveAsync(_lease, page.Continuation);
        }
        catch (Exception error)
        {
            FunctionLog.FeedUnreadable(_logger, _trigger.ContainerName, _function.Name, error);
            Rest();
            return;
        }

        _continuation = page.Continuation;
        _scheduler.Post(WorkKind.Feed, ReadAsync);
    }

    private void Rest()
    {
        lock (_gate)
        {
            _busy = false;
            if (!_nudged)
                return;
        }

        Nudge();
    }
}
