using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Events;

/// <summary>Events to instances that are not there, not yet there, or already gone.</summary>
public sealed class EventDeliveryTests
{
    /// <summary>Set: the Functions host throws, the in-process test host is silent and may keep the event. Either way nothing comes into being.</summary>
    [Theory, EveryBackend, Row("event-to-unknown")]
    public async Task An_event_to_an_unknown_instance_throws_or_vanishes(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Bid", TimeSpan.FromHours(10))));

        await Record.ExceptionAsync(() => backend.RaiseAsync("nobody", "Bid", "lost"));

        Assert.Null(await backend.Client.GetInstanceAsync("nobody", TestContext.Current.CancellationToken));
        var later = await backend.BeginAsync("Wait", id: "nobody");
        await backend.RaiseAsync(later, "Bid", "found");
        Assert.Equal(backend.KeepsEventsForTheUnknown ? "lost" : "found", await backend.ResultAsync<string>(later));
    }

    [Theory, EveryBackend, Row("event-to-unknown")]
    public async Task An_event_to_an_ended_instance_changes_nothing(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("End", _ => Task.FromResult("ended")));

        var instance = await backend.BeginAsync("End");
        await backend.EndAsync(instance);
        await Record.ExceptionAsync(() => backend.RaiseAsync(instance, "Bid", "late"));

        Assert.Equal("ended", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("external-events"), Row("scheduled-start")]
    public async Task An_event_before_the_scheduled_start_waits_for_it(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Bid")));

        var instance = await backend.Client.ScheduleNewOrchestrationInstanceAsync("Wait",
            new StartOrchestrationOptions(StartAt: backend.Now + (backend.Tick * 2)), TestContext.Current.CancellationToken);
        await backend.RaiseAsync(instance, "Bid", "early");

        Assert.Equal("early", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("external-events")]
    public async Task Many_events_to_many_instances_each_find_their_own(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Sum", async context =>
        {
            var sum = 0;
            for (var i = 0; i < 10; i++)
                sum += await context.WaitForExternalEvent<int>("Number");
            return sum;
        }));

        var instances = new List<string>();
        for (var i = 0; i < 10; i++)
            instances.Add(await backend.Client.ScheduleNewOrchestrationInstanceAsync("Sum", TestContext.Current.CancellationToken));
        await Task.WhenAll(instances.SelectMany((instance, i) => Enumerable.Range(1, 10).Select(n => backend.RaiseAsync(instance, "Number", i * n))));

        for (var i = 0; i < 10; i++)
            Assert.Equal(55 * i, await backend.ResultAsync<int>(instances[i]));
    }
}
