using System.Text.Json.Serialization;
using CsCheck;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.DurableTask;

/// <summary>Random orchestrations come to the same end however the engine keeps, drops, repeats and delays.</summary>
public sealed class RandomProgramTests
{
    [JsonDerivedType(typeof(Call), "call")]
    [JsonDerivedType(typeof(Flaky), "flaky")]
    [JsonDerivedType(typeof(Sleep), "sleep")]
    [JsonDerivedType(typeof(Miss), "miss")]
    [JsonDerivedType(typeof(Signal), "signal")]
    [JsonDerivedType(typeof(Child), "child")]
    [JsonDerivedType(typeof(Both), "both")]
    public abstract record Step;

    public sealed record Call(int Number) : Step;

    public sealed record Flaky(int Failures) : Step;

    public sealed record Sleep(int Minutes) : Step;

    public sealed record Miss(int Minutes) : Step;

    public sealed record Signal(string Payload) : Step;

    public sealed record Child(List<Step> Steps) : Step;

    public sealed record Both(List<Step> Steps) : Step;

    static readonly Gen<Step> Leaf = Gen.OneOf(
        Gen.Int[0, 99].Select(number => (Step)new Call(number)),
        Gen.Int[0, 4].Select(failures => (Step)new Flaky(failures)),
        Gen.Int[0, 500].Select(minutes => (Step)new Sleep(minutes)),
        Gen.Int[1, 500].Select(minutes => (Step)new Miss(minutes)),
        Gen.Int[0, 99].Select(number => (Step)new Signal($"s{number}")));

    static readonly Gen<Step> Branch = Gen.OneOf(
        Leaf,
        Leaf.List[1, 4].Select(steps => (Step)new Child(steps)),
        Leaf.List[1, 4].Select(steps => (Step)new Both(steps)));

    static void Register(DurableTaskRegistry tasks) => Register(tasks, _ => { });

    static void Register(DurableTaskRegistry tasks, Action<string> tell)
    {
        tasks.AddActivityFunc<int, string>("Call", (context, number) =>
        {
            tell($"{context.InstanceId} called {number}");
            return $"c{number}";
        });
        tasks.AddActivityFunc<string, string>("Fail", string (_, key) => throw new InvalidOperationException(key));
        tasks.AddOrchestratorFunc<List<Step>, List<string>>("Run", async (context, steps) =>
        {
            List<string> trace = [];
            foreach (var step in steps) trace.Add(await DoAsync(context, step));
            return trace;
        });
    }

    static async Task<string> DoAsync(TaskOrchestrationContext context, Step step)
    {
        switch (step)
        {
            case Call call:
                return await context.CallActivityAsync<string>("Call", call.Number);
            case Flaky flaky:
                var asked = 0;
                try
                {
                    return await context.CallActivityAsync<string>("Fail", "x", TaskOptions.FromRetryHandler(retry => ++asked < flaky.Failures && retry.LastFailure.IsCausedBy<InvalidOperationException>()));
                }
                catch (TaskFailedException)
                {
                    return $"f{asked}";
                }

            case Sleep sleep:
                await context.CreateTimer(TimeSpan.FromMinutes(sleep.Minutes), CancellationToken.None);
                return $"t{sleep.Minutes}";
            case Miss miss:
                try
                {
                    return await context.WaitForExternalEvent<string>("Never", TimeSpan.FromMinutes(miss.Minutes));
                }
                catch (TaskCanceledException)
                {
                    return "missed";
                }

            case Signal signal:
                using (CancellationTokenSource giveUp = new())
                {
                    var name = context.NewGuid().ToString();
                    var timer = context.CreateTimer(TimeSpan.FromDays(9), giveUp.Token);
                    var wait = context.WaitForExternalEvent<string>(name);
                    context.SendEvent(context.InstanceId, name, signal.Payload);
                    var first = await Task.WhenAny(timer, wait);
                    giveUp.Cancel();
                    return first == wait ? await wait : "late";
                }

            case Child child:
                return string.Join(',', await context.CallSubOrchestratorAsync<List<string>>("Run", child.Steps));
            case Both both:
                return string.Join('+', await Task.WhenAll(both.Steps.Select(part => DoAsync(context, part))));
            default:
                throw new ArgumentException(step.ToString(), nameof(step));
        }
    }

    static async Task<List<string>> RunAsync(List<Step> program, DurableEngineOptions options)
    {
        await using var engine = await EngineFixture.StartAsync(Register, options, new VirtualScheduler(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        return (await engine.RunAsync("Run", program)).ReadOutputAs<List<string>>()!;
    }

    [Fact]
    public Task Every_mode_comes_to_the_same_end() => Branch.List[1, 6].SampleAsync(
        async program =>
        {
            var calm = await RunAsync(program, new DurableEngineOptions());
            Assert.Equal(calm, await RunAsync(program, new DurableEngineOptions { ReplayEveryTurn = true }));
            Assert.Equal(calm, await RunAsync(program, new DurableEngineOptions { Hostile = new HostileMode { Seed = program.Count }, ReplayEveryTurn = true }));
            Assert.Equal(calm, await RunAsync(program, new DurableEngineOptions { MaxInstancesInMemory = 1 }));
        },
        iter: Environment.GetEnvironmentVariable("SAMKJOP_LONG") == "1" ? 1000 : 10,
        threads: 1);

    [Fact]
    public Task A_rehearsal_that_was_killed_goes_on_as_it_would_have() => Gen.Select(Branch.List[2, 6], Gen.Int[1, 12]).SampleAsync(
        async (program, calls) => Assert.Equal(await RehearseAsync(program, int.MaxValue), await RehearseAsync(program, calls)),
        iter: Environment.GetEnvironmentVariable("SAMKJOP_LONG") == "1" ? 1000 : 10,
        threads: 1);

    /// <summary>The outcome of all orchestrations, with their times, and what their activities did, in order; the process is killed at a call of an activity and once more after as many.</summary>
    static async Task<List<string>> RehearseAsync(List<Step> program, int killAtCall)
    {
        var calls = 0;
        List<string> inOrder = [];
        void Tell(string what)
        {
            if (!inOrder.Contains(what)) inOrder.Add(what);
        }

        TaskCompletionSource? killed = null;
        await using EngineFixture engine = new();
        void KillSometimes(DurableTaskRegistry tasks)
        {
            Register(tasks, Tell);
            tasks.AddActivityFunc<int, string>("Number", (context, number) =>
            {
                Tell($"{context.InstanceId} numbered {number}");
                if (++calls % killAtCall != 0 || killed!.Task.IsCompleted) return $"n{number}";
                killed.SetResult();
                _ = engine.Scheduler.StopAsync();
                return $"n{number}";
            });
            tasks.AddOrchestratorFunc<List<Step>, string>("Two", async (context, steps) =>
            {
                var both = context.CallSubOrchestratorAsync<List<string>>("Run", steps);
                for (var i = 0; i < 10; i++)
                {
                    await context.CallActivityAsync<string>("Number", i);
                    if (i % 3 == 2) await context.CreateTimer(TimeSpan.FromMinutes(i * 17), CancellationToken.None);
                }

                return string.Join(' ', await both) + context.CurrentUtcDateTime.ToString("O");
            });
            tasks.AddOrchestratorFunc<List<Step>, string>("Three", async (context, steps) =>
                string.Join('/', await Task.WhenAll(Enumerable.Range(0, 3).Select(i => context.CallSubOrchestratorAsync<string>("Two", steps, new SubOrchestrationOptions(instanceId: $"two.{i}"))))));
        }

        var start = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        killed = new TaskCompletionSource();
        await engine.OpenAsync(KillSometimes, scheduler: new VirtualScheduler(start) { JumpsPaused = true });
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Three", program, new StartOrchestrationOptions("three"));
        engine.Virtual.JumpsPaused = false;
        for (var kills = 0; kills < 2 && killAtCall != int.MaxValue; kills++)
        {
            await killed.Task;
            await engine.KillAsync();
            killed = new TaskCompletionSource();
            var now = engine.ReadVirtualNow() ?? start;
            await engine.OpenAsync(KillSometimes, scheduler: new VirtualScheduler(now));
            if (kills == 1) killed.SetResult();
        }

        List<string> outcome = [];
        outcome.Add((await engine.EndOfAsync("three")).ReadOutputAs<string>()!);
        await foreach (var instance in engine.Client.GetAllInstancesAsync()) outcome.Add($"{instance.InstanceId} {instance.RuntimeStatus} {instance.CreatedAt:O} {instance.LastUpdatedAt:O}");
        return [.. outcome.Order(StringComparer.Ordinal), .. inOrder];
    }
}
