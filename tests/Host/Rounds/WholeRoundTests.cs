using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Rounds;

/// <summary>One round, whole: undisturbed, and under everything that the platform must stand.</summary>
public sealed class WholeRoundTests
{
    internal static readonly Lazy<Task<string>> Undisturbed = new(() => WholeRound.PlayAsync());

    [Fact]
    public async Task A_round_goes_from_its_plan_to_its_protocol()
    {
        var outcome = await Undisturbed.Value;
        Assert.StartsWith("Closed, 3 documents, 2021-1/protocol.html", outcome, StringComparison.Ordinal);
        Assert.Contains("order-lot-1-bym Accepted: 3 of 3", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_on_every_turn_changes_nothing() =>
        Assert.Equal(await Undisturbed.Value, await WholeRound.PlayAsync(new DurableEngineOptions { ReplayEveryTurn = true }));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_worst_of_real_backends_changes_nothing(int seed) => Assert.Equal(
        await Undisturbed.Value,
        await WholeRound.PlayAsync(
            new DurableEngineOptions { Hostile = new HostileMode { Seed = seed }, ReplayEveryTurn = seed % 2 == 0 },
            new HostileTriggers { DropEveryFeedBatch = 3, RepeatEveryMessage = 2 }));

    [Fact]
    public async Task A_restart_after_every_step_changes_nothing() =>
        Assert.Equal(await Undisturbed.Value, await WholeRound.PlayAsync(between: (round, _) => round.RestartAsync()));

    [Fact]
    public async Task Orchestrations_that_are_lost_after_every_step_resume_from_the_documents() =>
        Assert.Equal(await Undisturbed.Value, await WholeRound.PlayAsync(between: LoseOrchestrationsAsync));

    /// <summary>Ends and purges every orchestration, as a lost task hub would, and starts the round anew with nothing but its id.</summary>
    private static async Task LoseOrchestrationsAsync(SpringRound round, int step)
    {
        var client = round.App.App.Functions.DurableClient;
        var id = Round.InstanceId("2021-1");
        if (await client.GetInstanceAsync(id) is null)
        {
            return;
        }

        await client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: true));
        await round.App.SettleAsync();
        await client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true));
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(RunPurchaseRound), new RunPurchaseRound.Input("2021-1"), new StartOrchestrationOptions(id));
        await round.App.SettleAsync();
    }
}
