using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions.Hosting;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.Functions;

/// <summary>A functions app in this process. It is started once and stopped once.</summary>
public sealed class EmbeddedFunctionsApp : IAsyncDisposable
{
    private readonly EmbeddedFunctionsOptions _options;
    private readonly DurableEngine _engine;
    private readonly TriggerSet _triggers;
    private readonly RequestGate _gate;
    private readonly int _functions;
    private readonly ILogger _logger;
    private Uri? _address;
    private bool _started;
    private bool _stopped;

    internal EmbeddedFunctionsApp(
        EmbeddedFunctionsOptions options, WebApplication web, DurableEngine engine, TriggerSet triggers, RequestGate gate, ILocalQueues queues,
        int functions, ILogger logger)
    {
        (_options, Web, _engine, _triggers, _gate, Queues, _functions, _logger) =
            (options, web, engine, triggers, gate, queues, functions, logger);
    }

    /// <summary>Where requests are taken.</summary>
    /// <exception cref="InvalidOperationException">The app is not started.</exception>
    public Uri Address => _address ?? throw new InvalidOperationException("The app has no address before it is started.");

    public DurableTaskClient DurableClient => _engine.Client;

    /// <summary>Exports histories of orchestrations and holds them against the code that runs here.</summary>
    public EngineHistories Histories => _engine.Histories;

    public ILocalQueues Queues { get; }

    public IServiceProvider Services => Web.Services;

    public WorkScheduler Scheduler => _options.Scheduler;

    public WebApplication Web { get; }

    /// <summary>
    /// Takes the address, brings back what was unfinished, arms the triggers and lets requests in, in this order:
    /// where it fails nothing of the app has run.
    /// </summary>
    /// <exception cref="FunctionStartupException">The address is in use.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        TriggerSet.EnsureSchema(_options.File);
        await ListenAsync(cancellationToken);
        _started = true;
        await _engine.StartAsync(cancellationToken);
        await _triggers.StartAsync(cancellationToken);
        Scheduler.Start();
        _gate.Open();
        FunctionLog.Serving(_logger, _functions, Address);
    }

    /// <summary>Takes no more requests and occurrences, lets what runs come to its end, and closes the engine. What waits is kept for the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (!_started || _stopped)
            return;
        _stopped = true;
        _gate.Close();
        _triggers.Stop();
        await Web.StopAsync(cancellationToken);
        // A clock that jumps would go on doing so while the engine's last turns are stored.
        using (Scheduler.IsVirtual ? Scheduler.Hold(WorkKind.Step) : null)
        {
            await _engine.StopAsync(cancellationToken);
            await Scheduler.StopAsync(cancellationToken);
        }

        await _triggers.FlushAsync();
    }

    /// <summary>Completes when the process is told to stop (Ctrl+C, SIGTERM), after <see cref="StopAsync"/>.</summary>
    public async Task WaitForShutdownAsync(CancellationToken cancellationToken = default)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var lifetime = Web.Lifetime.ApplicationStopping.Register(() => told.TrySetResult());
        await using var cancelled = cancellationToken.Register(() => told.TrySetResult());
        await told.Task;
        await StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _engine.DisposeAsync();
        await Web.DisposeAsync();
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        try
        {
            await Web.StartAsync(cancellation);
        }
        catch (IOException error)
        {
            throw new FunctionStartupException(
                $"'{_options.Listen}' cannot be listened on: {error.Message} Nothing was run. Stop the program that uses it, or choose another port.", error);
        }

        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        _address = new Uri(addresses.First());
    }
}
