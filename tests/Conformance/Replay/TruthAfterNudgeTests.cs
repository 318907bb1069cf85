using CsCheck;
using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Replay;

/// <summary>
/// The app's pattern: change the truth first, then nudge with an event that carries only an id; one standing waiter, a timer beside it, and
/// the truth is read again after either. Then lost, doubled and reordered nudges all end in the same state.
/// </summary>
[Row("truth-after-nudge")]
public sealed class TruthAfterNudgeTests
{
    /// <summary>How the nudge of one change fares: lost, delivered once, or doubled; and its place among the others.</summary>
    private sealed record Nudge(int Change, int Copies, int Place);

    [Theory, EveryBackend]
    public async Task Any_order_duplication_and_loss_of_nudges_ends_in_the_same_state(string mode)
    {
        var truth = new Truth();
        await using var backend = Backends.Create(mode);
        var wait = backend.Tick;
        await backend.StartAsync(tasks => Register(tasks, truth, wait));
        var runs = 0;

        await Nudges.SampleAsync(async nudges =>
        {
            var instance = await backend.BeginAsync("Follow", nudges.Length, id: $"round.{Interlocked.Increment(ref runs)}");
            foreach (var nudge in nudges)
                truth.Change(instance);
            foreach (var nudge in nudges.OrderBy(n => n.Place))
                for (var copy = 0; copy < nudge.Copies; copy++)
                    await backend.RaiseAsync(instance, "Changed", $"change-{nudge.Change}");
            Assert.Equal(nudges.Length, await backend.ResultAsync<int>(instance));
        }, iter: backend.PassesDays ? 40 : 12, threads: 1);
    }

    private static readonly Gen<Nudge[]> Nudges =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 100]).Array[1, 6]
            .Select(fates => fates.Select((fate, change) => new Nudge(change, fate.Item1, fate.Item2)).ToArray());

    private static void Register(DurableTaskRegistry tasks, Truth truth, TimeSpan wait) => tasks
        .AddOrchestratorFunc<int, int>("Follow", async (context, expected) =>
        {
            var nudge = context.WaitForExternalEvent<string>("Changed");
            while (true)
            {
                var seen = await context.CallActivityAsync<int>("ReadTruth");
                if (seen >= expected)
                    return seen;
                using var cancellation = new CancellationTokenSource();
                var timer = context.CreateTimer(wait, cancellation.Token);
                if (await Task.WhenAny(nudge, timer) != nudge)
                    continue;
                cancellation.Cancel();
                nudge = context.WaitForExternalEvent<string>("Changed");
            }
        })
        .AddActivityFunc("ReadTruth", context => truth.Read(context.InstanceId));

    /// <summary>Stands in for the document: what has been decided for each instance.</summary>
    private sealed class Truth
    {
        private readonly Dictionary<string, int> changes = new(StringComparer.Ordinal);

        public void Change(string instance)
        {
            lock (changes)
                changes[instance] = changes.GetValueOrDefault(instance) + 1;
        }

        public int Read(string instance)
        {
            lock (changes)
                return changes.GetValueOrDefault(instance);
        }
    }
}
