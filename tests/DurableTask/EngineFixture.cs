using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Tests.DurableTask;

/// <summary>An engine on a file of its own, which can be opened again with other code or options.</summary>
public sealed class EngineFixture : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("samkjop-").FullName;

    public SqliteFile File { get; private set; } = null!;

    public WorkScheduler Scheduler { get; private set; } = null!;

    public DurableEngine Engine { get; private set; } = null!;

    public DurableTaskClient Client => Engine.Client;

    public VirtualScheduler Virtual => (VirtualScheduler)Scheduler;

    public static async Task<EngineFixture> StartAsync(Action<DurableTaskRegistry> register, DurableEngineOptions? options = null, WorkScheduler? scheduler = null)
    {
        EngineFixture fixture = new();
        await fixture.OpenAsync(register, options, scheduler);
        return fixture;
    }

    public async Task OpenAsync(Action<DurableTaskRegistry> register, DurableEngineOptions? options = null, WorkScheduler? scheduler = null)
    {
        DurableTaskRegistry registry = new();
        register(registry);
        File = SqliteFile.Open(Path.Combine(folder, "engine.db"), new SqliteFileOptions { FullSync = false });
        Scheduler = scheduler ?? new WallScheduler();
        Engine = new DurableEngine(File, Scheduler, registry, new ServiceCollection().BuildServiceProvider(), JsonDataConverter.Default, NullLoggerFactory.Instance, options ?? new DurableEngineOptions());
        await Engine.StartAsync();
        Scheduler.Start();
    }

    public async Task CloseAsync()
    {
        await Engine.DisposeAsync();
        await Scheduler.DisposeAsync();
        await File.DisposeAsync();
    }

    /// <summary>The persisted virtual now, read as a process does before it starts.</summary>
    public DateTimeOffset? ReadVirtualNow()
    {
        using var closing = new Closing(SqliteFile.Open(Path.Combine(folder, "engine.db")));
        return DurableEngine.ReadVirtualNow(closing.File);
    }

    /// <summary>Stops between two pieces of work as a kill would: nothing is said goodbye to.</summary>
    public async Task KillAsync()
    {
        await Scheduler.StopAsync();
        await File.DisposeAsync();
    }

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input);
        return await EndOfAsync(id);
    }

    public Task<OrchestrationMetadata> EndOfAsync(string id) =>
        Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    sealed record Closing(SqliteFile File) : IDisposable
    {
        public void Dispose() => File.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
