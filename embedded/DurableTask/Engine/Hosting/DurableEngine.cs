using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Runs;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask;

/// <summary>
/// The durable programming model on one SQLite file. Each turn is one transaction; nothing that it decides is seen
/// before that is durable. What was acknowledged survives the death of the process; activities run at least once.
/// </summary>
public sealed partial class DurableEngine : IAsyncDisposable
{
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    readonly ConcurrencyGate turnGate;
    readonly ConcurrencyGate activityGate;
    readonly IdleGate busy = new();
    readonly IdleGate activitiesRunning = new();
    readonly TurnRunner turns;
    readonly ActivityRunner activities;
    readonly HostilePost? hostile;
    readonly ILogger logger;
    long lastNumber;
    long lastSequence;
    bool stopping;

    /// <summary>Creates an engine; <see cref="StartAsync"/> lets it go.</summary>
    /// <param name="file">Where its tables (dt_…) are; shared with others.</param>
    /// <param name="scheduler">Runs its work and owns its time.</param>
    /// <param name="registry">The orchestrators and activities; read once, here.</param>
    /// <param name="services">Serves activities, each call in a scope of its own.</param>
    /// <param name="converter">Reads and writes payloads.</param>
    /// <param name="loggers">Where it logs, and what orchestrators log through.</param>
    /// <param name="options">How it runs.</param>
    public DurableEngine(SqliteFile file, WorkScheduler scheduler, DurableTaskRegistry registry, IServiceProvider services, DataConverter converter, ILoggerFactory loggers, DurableEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        File = file;
        Scheduler = scheduler;
        Options = options;
        Settings = new RunSettings(converter, loggers, options);
        logger = loggers.CreateLogger<DurableEngine>();
        // A virtual clock runs one thing at a time anyway; waiting lines would only disturb its order.
        turnGate = new ConcurrencyGate(scheduler.IsVirtual ? int.MaxValue : Math.Max(1, options.MaxConcurrentTurns));
        activityGate = new ConcurrencyGate(scheduler.IsVirtual ? int.MaxValue : Math.Max(1, options.MaxConcurrentActivities));
        Cache = new InstanceCache(Math.Max(1, options.MaxInstancesInMemory));
        var (orchestrators, activityFactories) = (registry.GetOrchestrators().ToDictionary(), registry.GetActivities().ToDictionary());
        turns = new TurnRunner(file, Settings, orchestrators, services, logger);
        activities = new ActivityRunner(Settings, activityFactories, services.GetService<IServiceScopeFactory>(), services, logger);
        Histories = new EngineHistories(file, Settings, orchestrators, activityFactories, services);
        if (options.Hostile is { } mode)
        {
            Dice = new HostileDice(mode);
            hostile = new HostilePost(mode, Dice, scheduler, busy);
        }

        Client = new EngineClient(this);
    }

    /// <summary>The client of this engine; works from <see cref="StartAsync"/> on.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>Exports histories and holds them against the code that runs here.</summary>
    public EngineHistories Histories { get; }

    /// <summary>Whether no turn and no activity is ready or running; timers and events may be awaited.</summary>
    public bool IsIdle => busy.IsIdle;

    internal SqliteFile File { get; }

    internal WorkScheduler Scheduler { get; }

    internal DurableEngineOptions Options { get; }

    internal RunSettings Settings { get; }

    internal InstanceDirectory Directory { get; } = new();

    internal InstanceCache Cache { get; }

    internal HostileDice? Dice { get; }

    internal DateTime Now => Scheduler.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The instant at which a virtual clock stood at the last commit; null when there was none. Start a killed rehearsal's clock there.</summary>
    public static DateTimeOffset? ReadVirtualNow(SqliteFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.EnsureSchema(DurableSchema.Ddl);
        return file.ReadOnce(session => session.Scalar<long?>("SELECT now FROM dt_clock")) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <summary>Takes up everything that has not ended; the scheduler may be started before or after.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        File.EnsureSchema(DurableSchema.Ddl);
        if (Scheduler.IsVirtual) await File.WithEveryCommitAsync(session => session.SetClock(Now));
        var recovered = File.Read(session => Recovery.Load(session));
        lastNumber = recovered.LastNumber;
        lastSequence = recovered.LastSequence;
        recovered.Resume(this, logger);
    }

    /// <summary>Begins no activity any more, waits for the running ones, and lets their turns be stored.</summary>
    public async Task StopAsync(CancellationToken ct = default)
    {
        if (Interlocked.Exchange(ref stopping, true)) return;
        await activitiesRunning.WaitAsync(ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(StopPatience);
        try
        {
            await busy.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // A stopped scheduler runs no turns: they are taken at the next start.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();
}
