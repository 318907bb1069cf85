using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Relay;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Telemetry;
using Samkjop.Tests.Host.Golden;
using Samkjop.Tests.Host.State;
using Samkjop.Tests.Host.Telemetry;

namespace Samkjop.Tests.Host.Relay;

/// <summary>When the sweep begins a round's orchestrations anew, and when it leaves that to people.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const string Root = "round.2021-1";
    private const string LotOne = "round.2021-1.lot-1";
    private static readonly Instant DecidedAt = Instant.FromUtc(2021, 5, 3, 10, 0);
    private static readonly string Begun = $"start {Root} {new RunPurchaseRound.Input("2021-1")}";

    private readonly StoreFixture _fixture = new();
    private readonly FakeDurableTaskClient _durable = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private async Task GivenAsync(RoundPhase phase, LotPhase lot = LotPhase.Proposed)
    {
        var ledger = Ledger.Empty with { ChangedAt = DecidedAt };
        await _fixture.Store.CreateAsync(Filled.Of<Round>() with { RoundId = "2021-1", Phase = phase, Ledger = ledger }, Cancel);
        await _fixture.Store.CreateAsync(Filled.Of<Lot>() with { RoundId = "2021-1", LotId = "lot-1", Phase = lot, Ledger = ledger }, Cancel);
    }

    private void Knows(string instanceId, OrchestrationRuntimeStatus status, object? input = null, object? customStatus = null, object? output = null) =>
        _durable.Knows(instanceId, (DecidedAt + Duration.FromHours(1)).ToDateTimeOffset(), status, input: input, customStatus: customStatus, output: output);

    private Task SweepAsync(ScheduleStatus? schedule = null)
    {
        var audit = new AuditLog(_fixture.Store);
        var clock = new FakeTimeProvider((DecidedAt + Duration.FromHours(5)).ToDateTimeOffset());
        var restarter = new RoundRestarter(_fixture.Store, NullLogger<RoundRestarter>.Instance);
        var sweeper = new OrchestrationSweeper(_fixture.Store, restarter, clock, NullLogger<OrchestrationSweeper>.Instance);
        var recorder = new SweepRecorder(_fixture.Store, new FakeQueueCounts(), new SamkjopMetrics(new TestMeters()), clock, NullLogger<SweepRecorder>.Instance);
        return new Sweep(_fixture.Store, new EventRelay(_fixture.Store, audit), audit, sweeper, recorder, new RoundNotices(_fixture.Store), clock).RunAsync(new TimerInfo { ScheduleStatus = schedule }, _durable, Cancel);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task One_that_has_failed_begins_its_phase_anew_and_is_counted(int restarts)
    {
        await GivenAsync(RoundPhase.Bidding);
        Knows(Root, OrchestrationRuntimeStatus.Failed, new RunPurchaseRound.Input("2021-1", Restarts: restarts));
        await SweepAsync();

        Assert.Equal([$"start {Root} {new RunPurchaseRound.Input("2021-1", Restarts: restarts + 1)}"], _durable.Asked);
    }

    [Fact]
    public async Task One_that_keeps_failing_is_left_to_people()
    {
        await GivenAsync(RoundPhase.Bidding);
        Knows(Root, OrchestrationRuntimeStatus.Failed, new RunPurchaseRound.Input("2021-1", Restarts: RoundRestarter.MaxRestarts));
        await SweepAsync();

        Assert.Empty(_durable.Asked);
    }

    [Fact]
    public async Task Another_process_version_begins_to_count_again()
    {
        await GivenAsync(RoundPhase.Bidding);
        Knows(Root, OrchestrationRuntimeStatus.Failed, new RunPurchaseRound.Input("2021-1", RunPurchaseRound.ProcessVersion - 1, RoundRestarter.MaxRestarts));
        await SweepAsync();

        Assert.Equal([$"start {Root} {new RunPurchaseRound.Input("2021-1", Restarts: 1)}"], _durable.Asked);
    }

    [Fact]
    public async Task One_whose_input_cannot_be_read_is_begun_anew()
    {
        await GivenAsync(RoundPhase.Bidding);
        Knows(Root, OrchestrationRuntimeStatus.Failed, "no record");
        await SweepAsync();

        Assert.Equal([$"start {Root} {new RunPurchaseRound.Input("2021-1", Restarts: 1)}"], _durable.Asked);
    }

    [Fact]
    public async Task What_it_had_called_is_ended_first()
    {
        await GivenAsync(RoundPhase.Awarding);
        Knows(Root, OrchestrationRuntimeStatus.Failed, new RunPurchaseRound.Input("2021-1"));
        Knows(LotOne, OrchestrationRuntimeStatus.Running);
        await SweepAsync();

        Assert.Equal([$"terminate {LotOne} {RoundRestarter.EndedForRestart}", $"start {Root} {new RunPurchaseRound.Input("2021-1", Restarts: 1)}"], _durable.Asked);
    }

    [Fact]
    public async Task Where_ending_takes_time_the_next_sweep_starts()
    {
        await GivenAsync(RoundPhase.Awarding);
        Knows(Root, OrchestrationRuntimeStatus.Running, customStatus: "Delivering");
        _durable.EndsSlowly = true;
        await SweepAsync();
        Assert.Equal([$"terminate {Root} {RoundRestarter.EndedForRestart}"], _durable.Asked);

        Knows(Root, OrchestrationRuntimeStatus.Terminated, output: RoundRestarter.EndedForRestart);
        await SweepAsync();
        Assert.Equal(Begun, _durable.Asked[^1]);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running, "Delivering")]
    [InlineData(OrchestrationRuntimeStatus.Completed, "Closed")]
    public async Task One_that_is_further_than_the_documents_goes_back_to_them(OrchestrationRuntimeStatus status, string told)
    {
        await GivenAsync(RoundPhase.Bidding);
        Knows(Root, status, new RunPurchaseRound.Input("2021-1"), told);
        await SweepAsync();

        Assert.Equal(Begun, _durable.Asked[^1]);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed, 0)]
    [InlineData(OrchestrationRuntimeStatus.Failed, 1)]
    public async Task A_lot_that_nothing_follows_begins_the_phase_anew(OrchestrationRuntimeStatus status, int restarts)
    {
        await GivenAsync(RoundPhase.Awarding);
        Knows(Root, OrchestrationRuntimeStatus.Running, new RunPurchaseRound.Input("2021-1"), "Awarding");
        Knows(LotOne, status);
        await SweepAsync();

        Assert.Equal(
            [$"terminate {Root} {RoundRestarter.EndedForRestart}", $"start {Root} {new RunPurchaseRound.Input("2021-1", Restarts: restarts)}"], _durable.Asked);
    }

    [Fact]
    public async Task A_lot_that_is_followed_in_another_phase_is_nudged_to_read_again()
    {
        await GivenAsync(RoundPhase.Awarding, LotPhase.Standstill);
        Knows(Root, OrchestrationRuntimeStatus.Running, new RunPurchaseRound.Input("2021-1"), "Awarding");
        Knows(LotOne, OrchestrationRuntimeStatus.Running, customStatus: "AwaitingSignatures");
        await SweepAsync();

        Assert.Equal([$"raise {LotOne} LotChanged lot-1"], _durable.Asked);
    }

    [Fact]
    public async Task All_are_nudged_when_the_report_of_the_last_sweep_has_gone()
    {
        await GivenAsync(RoundPhase.Awarding);
        Knows(Root, OrchestrationRuntimeStatus.Running, customStatus: "Awarding");
        Knows(LotOne, OrchestrationRuntimeStatus.Running, customStatus: "Proposed");
        var lastHour = new ScheduleStatus { Last = (DecidedAt + Duration.FromHours(4)).ToDateTimeUtc() };

        await SweepAsync(lastHour);
        Assert.Equal([$"raise {Root} RoundChanged 2021-1", $"raise {LotOne} LotChanged lot-1"], _durable.Asked);

        await SweepAsync(lastHour);
        Assert.Equal(2, _durable.Asked.Count);
    }
}
