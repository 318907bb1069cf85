using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Awards;

/// <summary>A disputed award comes to the same end under everything that the platform must stand.</summary>
public sealed class DisputedAwardTests
{
    private static readonly Lazy<Task<string>> Undisturbed = new(() => DisputedAward.PlayAsync());

    [Fact]
    public async Task Annulled_and_given_up_the_lot_goes_to_the_next_in_rank_with_new_letters_and_a_new_standstill()
    {
        var outcome = await Undisturbed.Value;

        Assert.StartsWith("Delivering alfa letters 3, 2021-06-07T22:00:00Z, orders order-lot-1-bym, order-lot-1-uke", outcome, StringComparison.Ordinal);
        Assert.Contains("earlier: beta AnnulledForEvaluation 1; beta WinnerSetAside 2", outcome, StringComparison.Ordinal);
        Assert.Contains("letter-lot-1.3-beta SetAside", outcome, StringComparison.Ordinal);
        Assert.Contains("lot SignatureReminded", outcome, StringComparison.Ordinal);
        Assert.Contains("signature-lot-1-3-", outcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Forced_replay_and_the_worst_of_backends_change_nothing(int seed) => Assert.Equal(
        await Undisturbed.Value,
        await DisputedAward.PlayAsync(
            new DurableEngineOptions { ReplayEveryTurn = true, Hostile = seed == 0 ? null : new HostileMode { Seed = seed } },
            seed == 0 ? null : new HostileTriggers { DropEveryFeedBatch = 3, RepeatEveryMessage = 2 }));

    [Fact]
    public async Task A_restart_after_every_step_changes_nothing() => Assert.Equal(
        await Undisturbed.Value,
        await DisputedAward.PlayAsync(between: async round => new AwardingRound(await round.App.RestartAsync(), standstill: true, evidence: true)));

    [Fact]
    public async Task Orchestrations_that_are_lost_after_every_step_resume_from_the_lot() =>
        Assert.Equal(await Undisturbed.Value, await DisputedAward.PlayAsync(between: LoseAsync));

    private static async Task<AwardingRound> LoseAsync(AwardingRound round)
    {
        var (client, id) = (round.App.App.Functions.DurableClient, Round.InstanceId(AwardingRound.Id));
        await client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: true));
        await round.App.SettleAsync();
        await client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true));
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(RunPurchaseRound), new RunPurchaseRound.Input(AwardingRound.Id), new StartOrchestrationOptions(id));
        await round.App.SettleAsync();
        return round;
    }
}
