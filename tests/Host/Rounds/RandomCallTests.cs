using Microsoft.DurableTask.Client;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Tests.Host.Rounds;

/// <summary>
/// No sequence of API calls leaves a round in a state that its lifecycle does not have: between the steps of a whole round anybody calls anything. Some of it moves the
/// round, so that later steps are refused; no answer is a fault, no orchestration fails, and whatever the round and its lots came to, there is a way there.
/// </summary>
public sealed class RandomCallTests
{
    private const int CallsBetween = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Whatever_is_called_by_whomever_the_round_stays_within_its_lifecycle(int seed)
    {
#pragma warning disable CA5394 // Mischief, not secrets; the same again for the same seed.
        var random = new Random(seed);
#pragma warning restore CA5394
        await using var round = await SpringRound.PlannedAsync();
        var calls = new RandomCalls(round, random);
        var (phase, lots) = (RoundLifecycle.First, new Dictionary<string, LotPhase>(StringComparer.Ordinal));
        foreach (var step in WholeRound.Steps(round))
        {
            try
            {
                await step();
            }
            catch (Exception refused) when (refused is Xunit.Sdk.XunitException or KeyNotFoundException)
            {
                Assert.DoesNotContain("\"status\":5", refused.Message, StringComparison.Ordinal);
            }

            await round.App.SettleAsync();
            for (var i = 0; i < CallsBetween; i++)
            {
                await calls.SendAsync();
            }

            await round.App.SettleAsync();
            if (await round.App.Store.FindAsync<Round>("2021-1", "round") is not { Document: var document })
            {
                continue;
            }

            Assert.Contains(document.Phase, Reached(phase, RoundLifecycle.Next));
            phase = document.Phase;
            await foreach (var lot in round.App.Store.AllAsync<Lot>("2021-1"))
            {
                Assert.Contains(lot.Document.Phase, Reached(lots.GetValueOrDefault(lot.Document.LotId, LotLifecycle.First), LotLifecycle.Next));
                lots[lot.Document.LotId] = lot.Document.Phase;
            }
        }

        await foreach (var instance in round.App.App.Functions.DurableClient.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            Assert.False(instance.RuntimeStatus is OrchestrationRuntimeStatus.Failed, $"{instance.InstanceId}: {instance.FailureDetails}");
        }
    }

    private static HashSet<T> Reached<T>(T phase, Func<T, System.Collections.Immutable.ImmutableArray<T>> next)
    {
        HashSet<T> reached = [phase];
        for (Queue<T> ahead = new([phase]); ahead.TryDequeue(out var at);)
        {
            foreach (var one in next(at).Where(reached.Add))
            {
                ahead.Enqueue(one);
            }
        }

        return reached;
    }
}
