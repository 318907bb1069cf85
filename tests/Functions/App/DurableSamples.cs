using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Samkjop.Tests.Functions.App;

public sealed record BrewOrder(string Bean, int Cups);

public sealed record Brew(string Text, int Grams);

public static class BrewCoffee
{
    [Function(nameof(BrewCoffee))]
    public static async Task<Brew> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, BrewOrder order)
    {
        var grams = await context.CallActivityAsync<int>(nameof(GrindBeans), order);
        await context.CreateTimer(TimeSpan.FromHours(3), CancellationToken.None);
        return new Brew($"{order.Cups} cups of {order.Bean}", grams);
    }
}

public static class Count
{
    [Function(nameof(Count))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync("Touch", "it");
        return context.GetInput<int>() + 1;
    }
}

public sealed class GrindBeans(Journal journal, Visit visit)
{
    [Function(nameof(GrindBeans))]
    public Task<int> RunAsync([ActivityTrigger] BrewOrder order, string instanceId, FunctionContext context)
    {
        journal.Write($"ground {order.Bean} for {instanceId} as {context.FunctionDefinition.Name} scope={visit.Id != Guid.Empty}");
        return Task.FromResult(order.Cups * 7);
    }
}

public static class Touch
{
    [Function("Touch")]
    public static Task RunAsync([ActivityTrigger] string what, CancellationToken cancellation) => Task.CompletedTask;
}

public static class OrderCoffee
{
    [Function(nameof(OrderCoffee))]
    public static async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "coffee/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation)
    {
        var order = await request.ReadFromJsonAsync<BrewOrder>(cancellation);
        var instance = await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(BrewCoffee), order, new StartOrchestrationOptions(InstanceId: id), cancellation);
        return Results.Accepted($"/api/coffee/{instance}", new { instance });
    }
}
