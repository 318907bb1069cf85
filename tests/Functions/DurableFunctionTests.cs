using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Samkjop.Tests.Functions.App;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

public sealed class DurableFunctionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_starts_an_orchestration_that_calls_activities_and_waits(bool replay)
    {
        await using var app = await TestApp.StartAsync(options: o => o with { Engine = new() { ReplayEveryTurn = replay } });
        using var response = await app.Http.PostAsJsonAsync("/api/coffee/cup.1", new BrewOrder("arabica", 2), Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        await app.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await app.App.DurableClient.GetInstanceAsync("cup.1", Cancellation))!.RuntimeStatus);

        await app.Time.AdvanceAsync(TimeSpan.FromHours(3));
        var done = await app.App.DurableClient.GetInstanceAsync("cup.1", getInputsAndOutputs: true, Cancellation);
        Assert.Equal(new Brew("2 cups of arabica", 14), done!.ReadOutputAs<Brew>());
        Assert.Equal(["arabica for cup.1 as GrindBeans scope=True"], app.Journal.About("ground"));
    }

    [Fact]
    public async Task An_orchestrator_without_input_parameter_reads_it_from_its_context()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.App.DurableClient.ScheduleNewOrchestrationInstanceAsync("Count", 41, Cancellation);
        await app.IdleAsync();
        var done = await app.App.DurableClient.GetInstanceAsync(id, getInputsAndOutputs: true, Cancellation);
        Assert.Equal(42, done!.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Payloads_are_written_by_the_serializer_of_the_worker()
    {
        await using var app = await TestApp.StartAsync(b => b.Services.Configure<WorkerOptions>(
            o => o.Serializer = new JsonObjectSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web))));
        await app.App.DurableClient.ScheduleNewOrchestrationInstanceAsync(
            nameof(BrewCoffee), new BrewOrder("robusta", 1), new StartOrchestrationOptions(InstanceId: "cup.2"), Cancellation);
        await app.Time.AdvanceAsync(TimeSpan.FromHours(3));
        var done = await app.App.DurableClient.GetInstanceAsync("cup.2", getInputsAndOutputs: true, Cancellation);
        Assert.Equal("""{"bean":"robusta","cups":1}""", done!.SerializedInput);
        Assert.Equal("""{"text":"1 cups of robusta","grams":7}""", done.SerializedOutput);
    }

    [Fact]
    public async Task Middleware_that_goes_async_before_an_orchestrator_fails_it_with_what_to_do()
    {
        await using var app = await TestApp.StartAsync(b => b.UseMiddleware(async (_, next) =>
        {
            await Task.Delay(1, CancellationToken.None);
            await next();
        }));
        var id = await app.App.DurableClient.ScheduleNewOrchestrationInstanceAsync("Count", 1, Cancellation);
        await app.IdleAsync();
        var failed = await app.App.DurableClient.GetInstanceAsync(id, getInputsAndOutputs: true, Cancellation);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed!.RuntimeStatus);
        Assert.Contains("UseWhen", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synchronous_middleware_runs_around_orchestrators_and_activities()
    {
        List<string> seen = [];
        await using var app = await TestApp.StartAsync(b => b.UseMiddleware((context, next) =>
        {
            lock (seen)
                seen.Add($"{context.FunctionDefinition.Name} {string.Join(',', context.FunctionDefinition.InputBindings.Values.Select(x => x.Type))}");
            return next();
        }));
        await app.App.DurableClient.ScheduleNewOrchestrationInstanceAsync("Count", 1, Cancellation);
        await app.IdleAsync();
        Assert.Contains("Count orchestrationTrigger", seen);
        Assert.Contains("Touch activityTrigger", seen);
    }

    [Fact]
    public async Task A_waiting_orchestration_goes_on_after_a_restart()
    {
        using TestFolder folder = new();
        var first = await TestApp.StartAsync(folder: folder);
        await first.App.DurableClient.ScheduleNewOrchestrationInstanceAsync(
            nameof(BrewCoffee), new BrewOrder("arabica", 3), new StartOrchestrationOptions(InstanceId: "cup.3"), Cancellation);
        await first.IdleAsync();
        await first.StopAsync();

        await using var second = await TestApp.StartAsync(folder: folder, at: TestApp.Morning.AddMinutes(1));
        await second.Time.AdvanceAsync(TimeSpan.FromHours(3));
        var done = await second.App.DurableClient.GetInstanceAsync("cup.3", getInputsAndOutputs: true, Cancellation);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done!.RuntimeStatus);
        Assert.Empty(second.Journal.About("ground"));
    }
}
