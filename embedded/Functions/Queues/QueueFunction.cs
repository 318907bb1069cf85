using Microsoft.Azure.Functions.Worker;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.Functions.Hosting;
using Samkjop.Embedded.Functions.Invocation;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.Functions.Queues;

/// <summary>
/// Brings a queue's messages to its function, as many at a time as host.json's batchSize. A message on which the function throws comes
/// again after visibilityTimeout; after maxDequeueCount tries it goes to the poison queue. A poison queue has none of its own.
/// </summary>
internal sealed class QueueFunction(
    FunctionEntry function, FunctionInvoker invoker, WorkScheduler scheduler, LocalQueues queues, HostJson host, HostileTriggers? hostile, ILogger logger)
{
    private static readonly TimeSpan StorageRetryDelay = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly HashSet<long> _known = [];
    private readonly Queue<long> _ready = new();
    private readonly string _queue = ((QueueTriggerAttribute)function.Trigger).QueueName;
    private int _running;
    private int _delivered;

    public void Start()
    {
        queues.Listen(_queue, Arrived);
        foreach (var (id, visible) in queues.Waiting(_queue))
            Arrived(id, visible);
    }

    private void Arrived(long id, DateTimeOffset visible)
    {
        lock (_gate)
        {
            if (!_known.Add(id))
                return;
        }

        MakeReadyAt(id, visible);
    }

    private void MakeReadyAt(long id, DateTimeOffset visible)
    {
        if (visible <= scheduler.Clock.GetUtcNow())
        {
            MakeReady(id);
            return;
        }

        scheduler.PostAt(visible, WorkKind.Message, _ =>
        {
            MakeReady(id);
            return Task.CompletedTask;
        });
    }

    private void MakeReady(long id)
    {
        lock (_gate)
        {
            _ready.Enqueue(id);
            PostNext();
        }
    }

    private void PostNext()
    {
        while (_running < host.BatchSize && _ready.TryDequeue(out var id))
        {
            _running++;
            scheduler.Post(WorkKind.Message, ct => DeliverAsync(id, ct));
        }
    }

    private async Task DeliverAsync(long id, CancellationToken cancellation)
    {
        try
        {
            if (await queues.TakeAsync(id) is { } message)
                await ProcessAsync(message, cancellation);
            else
                Forget(id);
        }
        catch (SqliteException error)
        {
            FunctionLog.QueueUnwritable(logger, _queue, error);
            MakeReadyAt(id, scheduler.Clock.GetUtcNow() + StorageRetryDelay);
        }
        finally
        {
            lock (_gate)
            {
                _running--;
                PostNext();
            }
        }
    }

    private async Task ProcessAsync(QueueMessage message, CancellationToken cancellation)
    {
        var poisonable = !_queue.EndsWith(LocalQueues.PoisonSuffix, StringComparison.Ordinal);
        if (!poisonable || message.DequeueCount <= host.MaxDequeueCount)
        {
            try
            {
                await InvokeAsync(message, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                FunctionLog.FunctionFailed(logger, function.Name, error);
                await GiveBackAsync(message, poisonable);
                return;
            }

            await queues.DeleteAsync(message.Id);
            Forget(message.Id);
            return;
        }

        await GiveBackAsync(message, poisonable);
    }

    /// <summary>To its queue for another try, or to the poison queue after the last.</summary>
    private async Task GiveBackAsync(QueueMessage message, bool poisonable)
    {
        if (poisonable && message.DequeueCount >= host.MaxDequeueCount)
        {
            FunctionLog.MessagePoisoned(logger, message.Id, _queue, message.DequeueCount, _queue + LocalQueues.PoisonSuffix);
            await queues.PoisonAsync(_queue, message);
            Forget(message.Id);
            return;
        }

        var visible = scheduler.Clock.GetUtcNow() + host.VisibilityTimeout;
        await queues.ReleaseAsync(message.Id, visible);
        MakeReadyAt(message.Id, visible);
    }

    private async Task InvokeAsync(QueueMessage message, CancellationToken cancellation)
    {
        Dictionary<string, object?> data = new(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = message.Body,
            ["Id"] = message.Id.ToString(),
            ["DequeueCount"] = message.DequeueCount,
            ["InsertionTime"] = message.InsertedAt,
        };
        InvocationTrigger trigger = new(message.Body, data);
        await invoker.InvokeAsync(function, trigger, cancellation);
        if (hostile?.RepeatsMessage(Interlocked.Increment(ref _delivered)) == true)
            await invoker.InvokeAsync(function, trigger, cancellation);
    }

    private void Forget(long id)
    {
        lock (_gate)
            _known.Remove(id);
    }
}
