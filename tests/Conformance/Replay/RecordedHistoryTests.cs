using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Replay;

/// <summary>
/// State that an earlier release left behind goes on with today's engine. <c>recordings/</c> holds one file per release whose histories or
/// tables differ; to add one, build with <c>-p:DebugType=none</c> (a stack trace shall not carry a machine's paths), run this class with
/// <c>SAMKJOP_RECORDING=name</c> set, and commit the file.
/// </summary>
[Row("replay"), Row("restart")]
public sealed class RecordedHistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task Instances_of_earlier_releases_go_on(string mode)
    {
        await using var probe = Backends.Create(mode);
        foreach (var recording in probe.Recordings)
        {
            await using var backend = Backends.Create(mode);
            await backend.ResumeAsync(recording, RecordedRound.Register);
            await GoOnAsync(backend);
        }
    }

    [Theory, EveryBackend]
    public async Task What_is_recorded_today_goes_on_too(string mode)
    {
        await using var backend = Backends.Create(mode);
        if (!backend.CanRecord)
            return;
        await backend.StartAsync(RecordedRound.Register);
        await backend.BeginAsync("Round", "2021-1", id: "round.2021-1");
        await backend.PassTimeAsync(backend.Tick);
        await backend.ReachesAsync("round.2021-1", "bidding");
        await backend.RaiseAsync("round.2021-1", "Kept", "kept");
        await backend.BeginAsync("Round", "2021-2", id: "round.2021-2");
        await backend.PassTimeAsync(backend.Tick);
        await backend.ReachesAsync("round.2021-2", "bidding");
        await backend.Client.SuspendInstanceAsync("round.2021-2", "pause", Token);
        await backend.BecomesAsync("round.2021-2", OrchestrationRuntimeStatus.Suspended);
        var recording = await backend.RecordAsync(mode == Backends.Modes[0] ? Environment.GetEnvironmentVariable("SAMKJOP_RECORDING") : null);

        await using var later = Backends.Create(mode);
        await later.ResumeAsync(recording, RecordedRound.Register);
        await GoOnAsync(later);
    }

    private static async Task GoOnAsync(ConformanceBackend backend)
    {
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await backend.NowAsync("round.2021-2")).RuntimeStatus);
        await backend.Client.ResumeInstanceAsync("round.2021-2", cancellation: Token);
        await backend.RaiseAsync("round.2021-2", "Kept", "kept");
        foreach (var round in new[] { "round.2021-1", "round.2021-2" })
        {
            foreach (var lot in new[] { 1, 2 })
                await backend.RaiseAsync($"{round}.{lot}", "Awarded", lot);
            await backend.RaiseAsync(round, "Closed", "closed");
            Assert.Equal("opened, 1 + 2, kept, closed", await backend.ResultAsync<string>(round));
        }
    }
}

/// <summary>Touches everything that a history can hold: never change it, or the recordings prove nothing.</summary>
internal static class RecordedRound
{
    public static void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Round", RunAsync)
        .AddOrchestratorFunc<int, int>("Lot", (context, _) => context.WaitForExternalEvent<int>("Awarded"))
        .AddActivityFunc<string, string>("Open", (_, round) => round is null ? throw new ArgumentNullException(nameof(round)) : "opened")
        .AddActivityFunc("Fail", _ => Task.FromException(new InvalidOperationException("refused")));

    private static async Task<string> RunAsync(TaskOrchestrationContext context, string? phase)
    {
        if (phase != "bidding")
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            context.ContinueAsNew("bidding");
            return "";
        }

        var opened = await context.CallActivityAsync<string>("Open", phase);
        try
        {
            await context.CallActivityAsync("Fail", options: TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMilliseconds(1))));
        }
        catch (TaskFailedException)
        {
            context.SendEvent(context.InstanceId, "Self", context.NewGuid());
            await context.WaitForExternalEvent<Guid>("Self");
        }

        using var cancellation = new CancellationTokenSource();
        var cancelled = context.CreateTimer(TimeSpan.FromDays(30), cancellation.Token);
        cancellation.Cancel();
        await Task.WhenAny(cancelled);
        var lots = new[] { 1, 2 }.Select(lot =>
            context.CallSubOrchestratorAsync<int>("Lot", lot, new TaskOptions().WithInstanceId($"{context.InstanceId}.{lot}"))).ToArray();
        context.SetCustomStatus("bidding");
        var awards = await Task.WhenAll(lots);
        var kept = await context.WaitForExternalEvent<string>("Kept");
        var closed = await context.WaitForExternalEvent<string>("Closed", TimeSpan.FromDays(36_500));
        return $"{opened}, {string.Join(" + ", awards)}, {kept}, {closed}";
    }
}
