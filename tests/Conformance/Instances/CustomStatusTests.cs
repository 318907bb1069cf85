using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Instances;

[Row("custom-status")]
public sealed class CustomStatusTests
{
    public sealed record Progress(string Phase, int Bids);

    [Theory, EveryBackend]
    public async Task The_status_of_a_waiting_instance_can_be_read(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            context.SetCustomStatus("Started!");
            context.SetCustomStatus(await context.WaitForExternalEvent<Progress>("Progress"));
        }));

        var instance = await backend.BeginAsync("Wait");
        await backend.ReachesAsync(instance, "Started!");
        await backend.RaiseAsync(instance, "Progress", new Progress("bidding", 4));
        var end = await backend.EndAsync(instance);

        Assert.Equal(new Progress("bidding", 4), end.ReadCustomStatusAs<Progress>());
    }

    [Theory, EveryBackend]
    public async Task The_last_status_of_a_turn_counts_and_null_clears_it(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Tell", async context =>
        {
            context.SetCustomStatus("first");
            context.SetCustomStatus("second");
            await context.WaitForExternalEvent<string>("Go");
            context.SetCustomStatus(null);
        }));

        var instance = await backend.BeginAsync("Tell");
        await backend.ReachesAsync(instance, "second");
        await backend.RaiseAsync(instance, "Go");
        var end = await backend.EndAsync(instance);

        Assert.Null(end.ReadCustomStatusAs<string>());
    }

    [Theory, EveryBackend, Row("restart")]
    public async Task The_status_survives_a_restart(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Tell", async context =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("Go");
        }));

        var instance = await backend.BeginAsync("Tell");
        await backend.ReachesAsync(instance, "waiting");
        await backend.RestartAsync();
        Assert.Equal("waiting", (await backend.NowAsync(instance)).ReadCustomStatusAs<string>());
    }
}
