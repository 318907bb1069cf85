using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Flow;

[Row("continue-as-new")]
public sealed class ContinueAsNewTests
{
    [Theory, EveryBackend]
    public async Task Each_generation_begins_with_the_input_of_the_one_before(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Count", async (context, generation) =>
        {
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            if (generation < 10)
                context.ContinueAsNew(generation + 1);
            return generation;
        }));

        Assert.Equal(10, await backend.RunAsync<int>("Count", 1));
    }

    [Theory, EveryBackend]
    public async Task Options_say_the_same_as_arguments(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Count", (context, generation) =>
        {
            if (generation < 3)
                context.ContinueAsNew(new ContinueAsNewOptions { NewInput = generation + 1, PreserveUnprocessedEvents = true });
            return Task.FromResult(generation);
        }));

        Assert.Equal(3, await backend.RunAsync<int>("Count", 1));
    }

    [Theory, EveryBackend, Row("preserved-events")]
    public async Task All_of_thirty_events_arrive_with_a_new_generation_after_each(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int[], int[]>("Collect", async (context, seen) =>
        {
            var number = await context.WaitForExternalEvent<int>("Number");
            int[] all = [.. seen ?? [], number];
            if (all.Length < 30)
                context.ContinueAsNew(all, preserveUnprocessedEvents: true);
            return all;
        }));

        var instance = await backend.BeginAsync("Collect", Array.Empty<int>());
        for (var i = 0; i < 30; i++)
            await backend.RaiseAsync(instance, "Number", i);
        var seen = await backend.ResultAsync<int[]>(instance);

        Assert.Equal(Enumerable.Range(0, 30), seen!.Order());
    }

    [Theory, EveryBackend, Row("preserved-events")]
    public async Task Events_that_are_not_preserved_are_dropped_with_their_generation(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<bool, string>("Collect", async (context, again) =>
        {
            if (!again)
            {
                context.SetCustomStatus("first");
                await context.WaitForExternalEvent<string>("Go");
                context.ContinueAsNew(true, preserveUnprocessedEvents: false);
                return "";
            }

            var number = context.WaitForExternalEvent<string>("Number");
            context.SetCustomStatus("second");
            return (await number)!;
        }));

        var instance = await backend.BeginAsync("Collect", false);
        await backend.RaiseAsync(instance, "Number", "dropped");
        if (backend.ReordersEvents)
            await backend.PassTimeAsync(backend.Tick * 4);
        await backend.RaiseAsync(instance, "Go");
        await backend.ReachesAsync(instance, "second");
        await backend.RaiseAsync(instance, "Number", "fresh");

        Assert.Equal("fresh", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend]
    public async Task A_generation_may_leave_a_timer_and_a_waiter_behind(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Phase", async (context, phase) =>
        {
            if (phase == 3)
                return phase;
            using var cancellation = new CancellationTokenSource();
            var reminder = context.CreateTimer(TimeSpan.FromHours(100), cancellation.Token);
            _ = context.WaitForExternalEvent<string>("Never");
            await Task.WhenAny(reminder, context.CallActivityAsync("Work"));
            cancellation.Cancel();
            context.ContinueAsNew(phase + 1);
            return phase;
        }).AddActivityFunc("Work", _ => Task.CompletedTask));

        Assert.Equal(3, await backend.RunAsync<int>("Phase", 1));
    }

    [Theory, EveryBackend]
    public async Task The_instance_keeps_its_id_name_and_creation_and_shows_the_newest_input(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Phase", async (context, phase) =>
        {
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            if (phase == 1)
                context.ContinueAsNew(2);
            return context.InstanceId;
        }));

        var instance = await backend.BeginAsync("Phase", 1, id: "round.2021-1");
        var end = await backend.EndAsync(instance);

        Assert.Equal("round.2021-1", end.ReadOutputAs<string>());
        Assert.Equal("Phase", end.Name);
        Assert.Equal(2, end.ReadInputAs<int>());
    }
}
