using Microsoft.DurableTask.Client;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Restores;

/// <summary>The drill for a lost task hub: every orchestration is gone, the app starts on an empty one, and nobody does anything but wait for the sweep.</summary>
public sealed class LostTaskHubTests
{
    private static readonly Lazy<Task<string>> Undisturbed = new(() => WholeRound.PlayAsync());

    [Theory]
    [InlineData(3, "CollectingNeeds")]
    [InlineData(4, "AwaitingInvitation")]
    [InlineData(7, "Bidding")]
    [InlineData(9, "AwaitingOpening")]
    [InlineData(11, "Evaluating")]
    [InlineData(13, "Awarding")]
    [InlineData(16, "Delivering")]
    public async Task The_sweep_alone_resumes_the_round_in_its_phase(int after, string phase)
    {
        var resumed = "";
        var outcome = await WholeRound.PlayAsync(between: async (round, step) =>
        {
            if (step == after)
            {
                resumed = await LoseAndSweepAsync(round);
            }
        });

        Assert.Equal($"\"{phase}\"", resumed);
        Assert.Equal(await Undisturbed.Value, outcome);
    }

    [Fact]
    public async Task Lost_after_every_step_the_outcome_is_the_same() =>
        Assert.Equal(await Undisturbed.Value, await WholeRound.PlayAsync(between: (round, _) => LoseAndSweepAsync(round)));

    private static async Task<string> LoseAndSweepAsync(SpringRound round)
    {
        await round.RestartAsync(whileStopped: StateFile.LoseTaskHub);
        var client = round.App.App.Functions.DurableClient;
        Assert.Null(await client.GetInstanceAsync(Round.InstanceId("2021-1")));
        await round.App.AdvanceAsync(Duration.FromHours(1));
        return (await client.GetInstanceAsync(Round.InstanceId("2021-1"), getInputsAndOutputs: true))?.SerializedCustomStatus ?? "";
    }
}
