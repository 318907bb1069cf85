using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Benchmarks;

/// <summary>An engine on a fresh file with one orchestrator: three activities, one after the other.</summary>
internal sealed class ChainRig : IAsyncDisposable
{
    readonly string path;
    readonly WallScheduler scheduler = new();
    readonly DurableEngine engine;
    readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();

    ChainRig(string folder, bool replay)
    {
        path = Path.Combine(folder, "chains.db");
        foreach (var old in Directory.GetFiles(folder, "chains.db*")) System.IO.File.Delete(old);
        DurableTaskRegistry registry = new();
        registry.AddActivityFunc<Step, Step>("TakeStep", (_, step) => step with { Number = step.Number + 1 });
        registry.AddOrchestratorFunc<Step, Step>("TakeThreeSteps", async (context, step) =>
        {
            step = await context.CallActivityAsync<Step>("TakeStep", step);
            step = await context.CallActivityAsync<Step>("TakeStep", step);
            return await context.CallActivityAsync<Step>("TakeStep", step);
        });
        File = SqliteFile.Open(path);
        engine = new DurableEngine(File, scheduler, registry, services, JsonDataConverter.Default, NullLoggerFactory.Instance, new DurableEngineOptions { ReplayEveryTurn = replay });
    }

    public SqliteFile File { get; }

    public static async Task<ChainRig> StartAsync(string folder, bool replay, StatementRecorder? recorder = null)
    {
        ChainRig rig = new(folder, replay);
        await rig.File.RecordAsync(recorder);
        await rig.engine.StartAsync();
        rig.scheduler.Start();
        return rig;
    }

    public async Task RunChainAsync(int number)
    {
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("TakeThreeSteps", new Step(number, "round.2021-1"));
        var ended = await engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, CancellationToken.None);
        if (ended.ReadOutputAs<Step>()!.Number != number + 3) throw new InvalidOperationException($"Chain {id} ended with {ended}.");
    }

    /// <summary>The size of the file once everything is moved into it.</summary>
    public async Task<long> CloseAsync()
    {
        await engine.DisposeAsync();
        await scheduler.DisposeAsync();
        await File.DisposeAsync();
        return new FileInfo(path).Length;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await services.DisposeAsync();
    }

    internal sealed record Step(int Number, string Round);
}
