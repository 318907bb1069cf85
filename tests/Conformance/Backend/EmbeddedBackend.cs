using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Tests.Conformance.Backend;

/// <summary>The modes of the backend under test. Another backend replaces this file with its own.</summary>
internal static class Backends
{
    /// <summary>Instances stay in memory.</summary>
    private const string Memory = "memory";

    /// <summary>Every turn is rebuilt by replay.</summary>
    private const string Replay = "replay";

    /// <summary>A manual clock, one piece of work at a time.</summary>
    private const string Virtual = "virtual";

    /// <summary>The worst that real backends do.</summary>
    private const string Hostile = "hostile";

    public static IReadOnlyList<string> Modes { get; } = [Memory, Replay, Virtual, Hostile];

    public static ConformanceBackend Create(string mode) => new EmbeddedBackend(mode == Virtual, new DurableEngineOptions
    {
        ReplayEveryTurn = mode == Replay,
        Hostile = mode == Hostile ? new HostileMode() : null,
        MaxHistoryEvents = EmbeddedBackend.HistoryLimit,
    });
}

/// <summary>The embedded engine on a SQLite file of its own in the temporary folder.</summary>
internal sealed class EmbeddedBackend(bool isVirtual, DurableEngineOptions options) : ConformanceBackend
{
    /// <summary>Low, so that a test reaches it soon.</summary>
    internal const int HistoryLimit = 1_000;

    private static readonly DateTimeOffset VirtualStart = new(2021, 3, 26, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("samkjop-conformance-").FullName;
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private Action<DurableTaskRegistry> _configured = _ => { };
    private DataConverter _payloads = JsonDataConverter.Default;
    private ILoggerFactory? _loggers;
    private WorkScheduler? _scheduler;
    private SqliteFile? _file;
    private DurableEngine? _engine;

    private string StatePath => Path.Combine(_folder, "state.db");

    /// <summary>In the sources, so that a new recording lies where it is committed.</summary>
    private static string RecordingsFolder { get; } = Path.Combine(SourceFolder(), "recordings");

    public override TimeSpan Tick => isVirtual ? TimeSpan.FromHours(1) : base.Tick;

    public override DateTimeOffset Now => _scheduler?.Clock.GetUtcNow() ?? (isVirtual ? VirtualStart : DateTimeOffset.UtcNow);

    public override bool PassesDays => isVirtual;

    public override bool RepeatsActivities => options.Hostile is not null;

    public override bool RunsActivitiesTogether => !isVirtual;

    public override bool LosesEventsOfExpiredWaits => options.Hostile is not null;

    public override bool ReordersEvents => options.Hostile is not null;

    public override bool KeepsEventsForTheUnknown => false;

    public override bool StartsLater => true;

    public override bool Recurses => true;

    public override bool NoticesForeignAwaits => true;

    public override BackendLimits Limits => new(options.MaxCustomStatusBytes, options.MaxPayloadBytes, options.MaxHistoryEvents);

    public override async Task<DurableTaskClient> StartAsync(Action<DurableTaskRegistry> configure, DataConverter? converter = null)
    {
        _configured = configure;
        _payloads = converter ?? _payloads;
        var registry = new DurableTaskRegistry();
        configure(registry);
        _loggers ??= CreateLoggers();
        _scheduler = isVirtual ? new VirtualScheduler(_scheduler?.Clock.GetUtcNow() ?? VirtualStart, jumps: false, _loggers) : new WallScheduler(loggers: _loggers);
        _file = SqliteFile.Open(StatePath, new SqliteFileOptions { FullSync = false });
        _engine = new DurableEngine(_file, _scheduler, registry, _services, _payloads, _loggers, options);
        _scheduler.Start();
        await _engine.StartAsync(TestContext.Current.CancellationToken);
        return Client = _engine.Client;
    }

    public override async Task<DurableTaskClient> RestartAsync(Action<DurableTaskRegistry>? configure = null)
    {
        await StopAsync();
        return await StartAsync(configure ?? _configured);
    }

    public override Task PassTimeAsync(TimeSpan time) =>
        _scheduler is VirtualScheduler clock ? clock.AdvanceAsync(time) : base.PassTimeAsync(time);

    public override async Task<T> AwaitAsync<T>(Task<T> task)
    {
        if (_scheduler is not VirtualScheduler clock)
            return await base.AwaitAsync(task);
        for (var steps = 0; steps < 200 && !task.IsCompleted; steps++)
        {
            await clock.WhenIdleAsync(TestContext.Current.CancellationToken);
            if (await Task.WhenAny(task, Task.Delay(10, TestContext.Current.CancellationToken)) != task)
                await clock.AdvanceAsync(Tick / 2);
        }

        return await base.AwaitAsync(task);
    }

    public override bool CanRecord => true;

    public override IReadOnlyList<string> Recordings =>
        Directory.Exists(RecordingsFolder) ? [.. Directory.EnumerateFiles(RecordingsFolder, "*.db").Order(StringComparer.Ordinal)] : [];

    public override async Task<string> RecordAsync(string? name)
    {
        await StopAsync();
        var recording = name is null ? Path.Combine(_folder, "recording.db") : Path.Combine(RecordingsFolder, $"{name}.db");
        Directory.CreateDirectory(Path.GetDirectoryName(recording)!);
        File.Copy(StatePath, recording, overwrite: true);
        TestContext.Current.TestOutputHelper?.WriteLine($"Recorded {recording}");
        return recording;
    }

    public override Task<DurableTaskClient> ResumeAsync(string recording, Action<DurableTaskRegistry> configure)
    {
        File.Copy(recording, StatePath);
        return StartAsync(configure);
    }

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        _loggers?.Dispose();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StopAsync()
    {
        if (_engine is not null)
        {
            await _engine.StopAsync();
            await _engine.DisposeAsync();
        }

        if (_scheduler is not null)
        {
            await _scheduler.StopAsync();
            await _scheduler.DisposeAsync();
        }

        if (_file is not null)
            await _file.DisposeAsync();
        _engine = null;
        _file = null;
    }

    private static string SourceFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Samkjop.Tests.Conformance.csproj")))
                return at.FullName;
        throw new InvalidOperationException($"No sources of these tests above {AppContext.BaseDirectory}.");
    }
}
