using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;
using Samkjop.Embedded.Storage;

namespace Samkjop.Tests.DurableTask.Victim;

/// <summary>An engine with one orchestrator that uses a bit of everything; its output follows from its number alone.</summary>
public sealed class VictimShop : IAsyncDisposable
{
    readonly SqliteFile file;
    readonly WallScheduler scheduler = new();
    readonly DurableEngine engine;

    VictimShop(string path)
    {
        DurableTaskRegistry registry = new();
        registry.AddActivityFunc<int, int>("AddOne", (_, number) => number + 1);
        registry.AddOrchestratorFunc<int, int>("AddOneBelow", (context, number) => context.CallActivityAsync<int>("AddOne", number));
        registry.AddOrchestratorFunc<int, int>("Serve", async (context, number) =>
        {
            var sum = await context.CallActivityAsync<int>("AddOne", number);
            sum += await context.WaitForExternalEvent<int>("Go");
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            var both = await Task.WhenAll(context.CallActivityAsync<int>("AddOne", sum), context.CallSubOrchestratorAsync<int>("AddOneBelow", sum));
            return both.Sum();
        });
        file = SqliteFile.Open(path);
        engine = new DurableEngine(file, scheduler, registry, new ServiceCollection().BuildServiceProvider(), JsonDataConverter.Default, NullLoggerFactory.Instance, new DurableEngineOptions());
    }

    public static int Output(int number) => 2 * (number + 1 + number + 1);

    public static async Task<VictimShop> OpenAsync(string path)
    {
        VictimShop shop = new(path);
        await shop.engine.StartAsync();
        shop.scheduler.Start();
        return shop;
    }

    /// <summary>Starts an orchestration; false when it is there already.</summary>
    public async Task<bool> StartAsync(int number)
    {
        try
        {
            var all = StartOrchestrationOptionsExtensions.ValidDedupeStatuses.ToArray();
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Serve", number, new StartOrchestrationOptions(Id(number)).WithDedupeStatuses(all));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public Task RaiseAsync(int number) => engine.Client.RaiseEventAsync(Id(number), "Go", number);

    public Task<OrchestrationMetadata> EndOfAsync(int number, CancellationToken cancellation) => engine.Client.WaitForInstanceCompletionAsync(Id(number), true, cancellation);

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await scheduler.DisposeAsync();
        await file.DisposeAsync();
    }

    static string Id(int number) => $"victim.{number}";
}
