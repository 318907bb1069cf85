using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Events;

[Row("external-events")]
public sealed class ExternalEventTests
{
    public sealed record Bid(string Supplier, decimal Price, IReadOnlyList<string> Documents);

    [Theory, EveryBackend]
    public async Task An_event_brings_its_payload(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context => (await context.WaitForExternalEvent<Bid>("Bid"))!.Documents[1]));

        var instance = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(instance, "Bid", new Bid("Volt AS", 420_000.50m, ["price", "specification"]));

        Assert.Equal("specification", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend]
    public async Task An_event_without_payload_is_null(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context => await context.WaitForExternalEvent<string?>("Nudge") is null));

        var instance = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(instance, "Nudge");

        Assert.True(await backend.ResultAsync<bool>(instance));
    }

    [Theory, EveryBackend, Row("event-name-case")]
    public async Task Names_of_events_are_found_whatever_their_case_when_live(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            var bid = context.WaitForExternalEvent<string>("Bid");
            context.SetCustomStatus("waiting");
            return await bid;
        }));

        var instance = await backend.BeginAsync("Wait");
        await backend.ReachesAsync(instance, "waiting");
        await backend.RaiseAsync(instance, "BID", "bid-1");

        Assert.Equal("bid-1", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("event-name-case")]
    public async Task Names_of_events_are_found_whatever_their_case_when_buffered(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            await context.WaitForExternalEvent<string>("Go");
            return await context.WaitForExternalEvent<string>("Bid");
        }));

        var instance = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(instance, "BID", "bid-1");
        await backend.RaiseAsync(instance, "Go");

        Assert.Equal("bid-1", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("events-fifo")]
    public async Task Buffered_events_come_first_in_first_out(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            await context.WaitForExternalEvent<string>("Go");
            var seen = new List<int>();
            for (var i = 0; i < 3; i++)
                seen.Add(await context.WaitForExternalEvent<int>("Number"));
            return seen;
        }));

        var instance = await backend.BeginAsync("Wait");
        for (var i = 1; i <= 3; i++)
            await backend.RaiseAsync(instance, "Number", i);
        await backend.RaiseAsync(instance, "Go");
        var seen = await backend.ResultAsync<List<int>>(instance);

        Assert.Equal([1, 2, 3], backend.ReordersEvents ? seen!.Order() : seen!);
    }

    [Theory, EveryBackend, Row("newest-waiter")]
    public async Task The_newest_of_two_waiters_gets_the_event(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            var older = context.WaitForExternalEvent<string>("Bid");
            var newer = context.WaitForExternalEvent<string>("Bid");
            context.SetCustomStatus("waiting");
            var first = await Task.WhenAny(older, newer);
            context.SetCustomStatus(first == newer ? "newer" : "older");
            return $"{await newer}, {await older}";
        }));

        var instance = await backend.BeginAsync("Wait");
        await backend.ReachesAsync(instance, "waiting");
        await backend.RaiseAsync(instance, "Bid", "first");
        await backend.ReachesAsync(instance, "newer");
        await backend.RaiseAsync(instance, "Bid", "second");

        Assert.Equal("first, second", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("newest-waiter")]
    public async Task Waiters_of_one_name_must_await_the_same_type(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            var text = context.WaitForExternalEvent<string>("Bid");
            var number = context.WaitForExternalEvent<int>("Bid");
            await Task.WhenAny(text, number);
        }));

        Assert.Equal(typeof(ArgumentException).FullName, (await backend.FailAsync("Wait")).ErrorType);
    }

    [Theory, EveryBackend, Row("undeserialisable-event"), Row("poison")]
    public async Task An_event_of_the_wrong_type_fails_its_whole_instance_and_no_other(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<int>("Number");
            }
            catch (Exception caught) when (caught is not OperationCanceledException)
            {
                return -1;
            }
        }));

        var poisoned = await backend.BeginAsync("Wait");
        var healthy = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(poisoned, "Number", "not a number");
        await backend.RaiseAsync(healthy, "Number", 7);

        Assert.Equal(7, await backend.ResultAsync<int>(healthy));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await backend.EndAsync(poisoned)).RuntimeStatus);
    }

    [Theory, EveryBackend, Row("forgotten-waiter")]
    public async Task A_forgotten_waiter_does_not_hold_completion(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Forget", context =>
        {
            _ = context.WaitForExternalEvent<string>("Never");
            return Task.FromResult("done");
        }));

        Assert.Equal("done", await backend.RunAsync<string>("Forget"));
    }

    [Theory, EveryBackend]
    public async Task An_orchestrator_sends_an_event_to_another(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Note"))
            .AddOrchestratorFunc<string>("Send", (context, to) => context.SendEvent(to!, "Note", "from another")));

        var instance = await backend.BeginAsync("Wait");
        await backend.RunAsync("Send", instance);

        Assert.Equal("from another", await backend.ResultAsync<string>(instance));
    }
}
