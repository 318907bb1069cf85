using Microsoft.DurableTask;
using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using Samkjop.Tests.Host.Histories;
using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Deployments;

/// <summary>A release whose orchestrator takes other steps is deployed while a round is under way.</summary>
public sealed class DeploymentTests
{
    private const int AfterInvitation = 6;
    private const int AfterAwards = 13;
    private static readonly Lazy<Task<string>> Undisturbed = new(() => WholeRound.PlayAsync());

    [Theory]
    [InlineData(3)]
    [InlineData(AfterInvitation)]
    [InlineData(9)]
    [InlineData(AfterAwards)]
    [InlineData(16)]
    public async Task A_phase_under_way_ends_as_it_began_and_the_next_takes_the_new_steps(int deployedAfter)
    {
        var failures = new FailureList();
        var outlines = new List<string>();
        var outcome = await WholeRound.PlayAsync(failures.Engine, between: async (round, step) =>
        {
            if (step == deployedAfter)
            {
                await round.RestartAsync(NextRelease.InTurns(new NextRelease(known: 2, begins: 2)));
            }

            outlines.Add(round.App.App.Functions.Histories.Export(Round.InstanceId("2021-1"))?.Outline ?? "");
        });

        Assert.Equal(await Undisturbed.Value, outcome);
        Assert.Empty(failures.Failures);
        Assert.DoesNotContain(outlines.Take(deployedAfter + 1), IsNew);
        Assert.True(IsNew(outlines[^1]), outlines[^1]);
    }

    [Fact]
    public async Task Recorded_histories_fit_a_step_behind_the_version_and_no_other()
    {
        var recordings = HistoryShelf.All().Where(recording => recording.History.Name == nameof(RunPurchaseRound)).ToList();
        await using var app = await TestApp.StartAsync(SpringRound.Planning);

        await using var behind = await app.RestartAsync(NextRelease.InTurns(new NextRelease(known: 2, begins: 2)));
        Assert.All(recordings, recording => behind.App.Functions.Histories.Replay(recording.History));

        await using var bare = await behind.RestartAsync(NextRelease.InTurns(new NextRelease(known: 2, begins: 2, gated: false)));
        Assert.All(recordings, recording => Assert.Contains(
            "TaskScheduled 'ReadRound', but the code did TaskScheduled 'AnnounceInvitation'",
            Assert.Throws<NonDeterministicOrchestrationException>(() => bare.App.Functions.Histories.Replay(recording.History)).Message,
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AfterInvitation)]
    [InlineData(AfterAwards)]
    public async Task A_step_without_its_gate_fails_the_round_and_the_sweep_resumes_it_from_the_documents(int deployedAfter)
    {
        var failures = new FailureList();
        var outcome = await WholeRound.PlayAsync(failures.Engine, between: (round, step) => step == deployedAfter
            ? round.RestartAsync(NextRelease.InTurns(new NextRelease(known: 2, begins: 2, gated: false)))
            : Task.CompletedTask);

        Assert.Equal(await Undisturbed.Value, outcome);
        var failure = Assert.Single(failures.Failures);
        Assert.Contains("round.2021-1", failure, StringComparison.Ordinal);
        Assert.Contains("expected event #3 TaskScheduled 'ReadRound', but the code did TaskScheduled 'AnnounceInvitation'", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lot_that_fails_alone_is_noticed_within_a_day_and_the_round_resumes_from_the_documents()
    {
        var failures = new FailureList();
        var outcome = await WholeRound.PlayAsync(
            failures.Engine, between: (round, step) => step == AfterAwards ? round.RestartAsync(FailingLot.In("lot-1")) : Task.CompletedTask);

        Assert.Equal(await Undisturbed.Value, outcome);
        Assert.StartsWith("round.2021-1.lot-1: ", Assert.Single(failures.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_of_two_releases_take_turns_where_the_older_one_knows_the_newer_steps_already()
    {
        var failures = new FailureList();
        var rolling = NextRelease.InTurns(new NextRelease(known: 2, begins: 1), new NextRelease(known: 2, begins: 2));
        var outcome = await WholeRound.PlayAsync(failures.Engine, between: (round, step) => step == 0 ? round.RestartAsync(rolling) : Task.CompletedTask);

        Assert.Equal(await Undisturbed.Value, outcome);
        Assert.Empty(failures.Failures);
    }

    [Fact]
    public async Task A_phase_that_a_newer_release_has_begun_is_walked_in_the_steps_of_the_one_that_was_put_back()
    {
        const int newer = RunPurchaseRound.KnownVersion + 1;
        await using var round = await AwardingRound.StartAsync(standstill: false);
        await round.OrderAsync();
        var client = round.App.App.Functions.DurableClient;
        var order = (await round.DocumentAsync<Lot>("lot-1")).OrderIds[0];
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(RunPurchaseRound), new RunPurchaseRound.Input(AwardingRound.Id, newer), new StartOrchestrationOptions("begun.round"));
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(AwardLot), new AwardLot.Input(AwardingRound.Id, "lot-1", newer), new StartOrchestrationOptions("begun.lot"));
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(DeliverOrder), new DeliverOrder.Input(AwardingRound.Id, order, newer), new StartOrchestrationOptions("begun.order"));
        await round.App.SettleAsync();

        foreach (var id in (string[])["begun.round", "begun.lot", "begun.order"])
        {
            Assert.Equal(RunPurchaseRound.ProcessVersion, HistoryShelf.ProcessVersionOf(round.App.App.Functions.Histories.Export(id)!));
        }
    }

    [Fact]
    public async Task Where_the_older_one_does_not_the_sweep_resumes_the_round_from_the_documents()
    {
        var failures = new FailureList();
        var newer = new NextRelease(known: 2, begins: 2);
        var rolling = NextRelease.InTurns(newer, newer, new NextRelease(known: 1, begins: 1));
        var outcome = await WholeRound.PlayAsync(failures.Engine, between: async (round, step) =>
        {
            if (step is 0 or AfterAwards)
            {
                await round.RestartAsync(step == 0 ? rolling : NextRelease.InTurns(newer));
            }

            await round.App.AdvanceAsync(Duration.FromHours(1));
        });

        Assert.Equal(await Undisturbed.Value, outcome);
        Assert.NotEmpty(failures.Failures);
    }

    private static bool IsNew(string outline) => outline.Split(", ").FirstOrDefault(step => step.StartsWith("TaskScheduled", StringComparison.Ordinal)) == NextRelease.NewStep;
}
