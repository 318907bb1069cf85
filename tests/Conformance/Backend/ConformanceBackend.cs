using Microsoft.Extensions.Logging;

namespace Samkjop.Tests.Conformance.Backend;

/// <summary>
/// A durable engine under test, seen only through the public API. Another backend (the real packages with any storage) joins the suite
/// by deriving from this and by naming itself in its own <c>Backends</c> class; no test changes.
/// </summary>
public abstract class ConformanceBackend : IAsyncDisposable
{
    /// <summary>The client of the engine started last.</summary>
    public DurableTaskClient Client { get; protected set; } = null!;

    /// <summary>What orchestrators and activities have logged, replay-safe or not.</summary>
    public CollectedLogs Logs { get; } = new();

    /// <summary>A span that is short for this backend's clock, long against the engine's own work.</summary>
    public virtual TimeSpan Tick => TimeSpan.FromMilliseconds(150);

    /// <summary>Business time now.</summary>
    public virtual DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <summary>True when <see cref="PassTimeAsync"/> can pass days.</summary>
    public virtual bool PassesDays => false;

    /// <summary>True when activities may run more than once although nothing failed.</summary>
    public virtual bool RepeatsActivities => false;

    /// <summary>False when one piece of work must end before the next begins, so that an activity must not wait for another.</summary>
    public virtual bool RunsActivitiesTogether => true;

    /// <summary>True when an event that arrives after a wait has expired may be lost with that wait.</summary>
    public virtual bool LosesEventsOfExpiredWaits => true;

    /// <summary>True when events may arrive in another order than they were raised in.</summary>
    public virtual bool ReordersEvents => false;

    /// <summary>True when an event to an instance that is not there is kept for whoever takes its id later.</summary>
    public virtual bool KeepsEventsForTheUnknown => true;

    /// <summary>True when a start can be put off to an instant; other backends drop that instant and start at once.</summary>
    public virtual bool StartsLater => false;

    /// <summary>True when a recursive termination or purge reaches the sub-orchestrations; other backends drop that wish.</summary>
    public virtual bool Recurses => false;

    /// <summary>True when an orchestrator that awaits something not durable fails instead of hanging.</summary>
    public virtual bool NoticesForeignAwaits => false;

    /// <summary>Sizes that this backend refuses; null where it has no such limit.</summary>
    public virtual BackendLimits Limits { get; } = new(null, null, null);

    /// <summary>Starts a worker with these tasks and gives its client.</summary>
    /// <param name="converter">Of all payloads; null means the default JSON converter.</param>
    public abstract Task<DurableTaskClient> StartAsync(Action<DurableTaskRegistry> configure, DataConverter? converter = null);

    /// <summary>Stops the worker and starts another on the same state: with the same tasks, or with a later release's.</summary>
    public abstract Task<DurableTaskClient> RestartAsync(Action<DurableTaskRegistry>? configure = null);

    /// <summary>Lets business time pass while the engine works.</summary>
    public virtual Task PassTimeAsync(TimeSpan time) => Task.Delay(time, TestContext.Current.CancellationToken);

    /// <summary>Awaits something that business time brings about.</summary>
    public virtual Task<T> AwaitAsync<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>True when <see cref="RecordAsync"/> and <see cref="ResumeAsync"/> work.</summary>
    public virtual bool CanRecord => false;

    /// <summary>States that earlier releases left behind, as committed with the tests.</summary>
    public virtual IReadOnlyList<string> Recordings => [];

    /// <summary>Stops the worker and keeps its state in a file.</summary>
    /// <param name="name">Name to keep it under among <see cref="Recordings"/>; null for a temporary file.</param>
    public virtual Task<string> RecordAsync(string? name) => throw new NotSupportedException("This backend keeps no recordings.");

    /// <summary>Starts a worker on a copy of a recorded state.</summary>
    public virtual Task<DurableTaskClient> ResumeAsync(string recording, Action<DurableTaskRegistry> configure) =>
        throw new NotSupportedException("This backend keeps no recordings.");

    public abstract ValueTask DisposeAsync();

    protected ILoggerFactory CreateLoggers() => LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(Logs));
}

/// <param name="CustomStatus">Bytes of a serialised custom status.</param>
/// <param name="Payload">Bytes of an input, output or event.</param>
/// <param name="History">Events in one generation of an instance.</param>
public sealed record BackendLimits(int? CustomStatus, int? Payload, int? History);
