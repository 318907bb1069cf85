using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Functions.Relay;
using Samkjop.Health;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Telemetry;
using Samkjop.Tests.Host.Golden;
using Samkjop.Tests.Host.State;
using Samkjop.Tests.Host.Telemetry;

namespace Samkjop.Tests.Host.Relay;

public sealed class SweepTests : IAsyncLifetime
{
    private const string RoundId = "2021-1";

    private static readonly Instant DecidedAt = Instant.FromUtc(2021, 5, 3, 10, 0);

    private readonly StoreFixture _fixture = new();
    private readonly FakeDurableTaskClient _durable = new();
    private readonly FakeQueueCounts _queues = new();
    private readonly TestMeters _meters = new();
    private readonly FakeTimeProvider _clock = new(DecidedAt.ToDateTimeOffset());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _meters.Dispose();
        return _fixture.DisposeAsync();
    }

    private static Ledger Decided(int pending = 0) => Ledger.Empty.Record(
        [.. Enumerable.Range(1, pending).Select(n => new AttemptRefused("Test", "test", $"{n}"))], DecidedAt, Actor.Platform("test"), null);

    private async Task GivenRoundAsync(RoundPhase phase = RoundPhase.Bidding, int pending = 0) =>
        await _fixture.Store.CreateAsync(Filled.Of<Round>() with { RoundId = RoundId, Phase = phase, Ledger = Decided(pending) }, Cancel);

    private async Task GivenLotAndOrderAsync()
    {
        await _fixture.Store.CreateAsync(
            Filled.Of<Lot>() with { RoundId = RoundId, LotId = "lot-1", Phase = LotPhase.Ranked, Ledger = Decided(pending: 1) }, Cancel);
        await _fixture.Store.CreateAsync(
            Filled.Of<Order>() with { RoundId = RoundId, OrderId = "order-lot-1-bym", State = OrderState.Placed, Ledger = Decided() }, Cancel);
        await _fixture.Store.CreateAsync(
            Filled.Of<Order>() with { RoundId = RoundId, OrderId = "order-lot-1-ukd", State = OrderState.Accepted, Ledger = Decided() }, Cancel);
    }

    private void Knows(string instanceId, Duration later, OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Running) =>
        _durable.Knows(instanceId, (DecidedAt + later).ToDateTimeOffset(), status);

    private Task SweepAsync(Instant? last = null)
    {
        var audit = new AuditLog(_fixture.Store);
        var restarter = new RoundRestarter(_fixture.Store, NullLogger<RoundRestarter>.Instance);
        var sweeper = new OrchestrationSweeper(_fixture.Store, restarter, _clock, NullLogger<OrchestrationSweeper>.Instance);
        var timer = new TimerInfo { ScheduleStatus = last is { } at ? new ScheduleStatus { Last = at.ToDateTimeUtc() } : null };
        var recorder = new SweepRecorder(_fixture.Store, _queues, new SamkjopMetrics(_meters), _clock, NullLogger<SweepRecorder>.Instance);
        return new Sweep(_fixture.Store, new EventRelay(_fixture.Store, audit), audit, sweeper, recorder, new RoundNotices(_fixture.Store), _clock).RunAsync(timer, _durable, Cancel);
    }

    private async Task<SweepReport> ReportAsync() =>
        (await _fixture.Store.FindAsync<SweepReport>(SweepReport.TheId, SweepReport.TheId, Cancel))!.Document;

    [Fact]
    public async Task What_still_pends_is_relayed()
    {
        await GivenRoundAsync(pending: 3);
        await SweepAsync();

        Assert.Equal(3, (await new AuditLog(_fixture.Store).NewestAsync(RoundId, Cancel))!.Number);
        Assert.Empty((await _fixture.Store.FindAsync<Round>(RoundId, "round", Cancel))!.Document.Ledger.Pending);
    }

    [Fact]
    public async Task A_missing_orchestration_is_started_with_the_id_alone()
    {
        await GivenRoundAsync();
        await SweepAsync();

        Assert.StartsWith("start round.2021-1 Input { RoundId = 2021-1", Assert.Single(_durable.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_round_needs_no_orchestration()
    {
        await GivenRoundAsync(RoundPhase.Closed, pending: 1);
        await SweepAsync();

        Assert.Empty(_durable.Asked);
        Assert.Equal(0, _durable.Looks);
    }

    [Fact]
    public async Task An_orchestration_that_has_not_looked_since_the_change_is_nudged()
    {
        await GivenRoundAsync();
        Knows("round.2021-1", Duration.FromSeconds(-1));
        await SweepAsync();

        Assert.Equal(["raise round.2021-1 RoundChanged 2021-1"], _durable.Asked);
    }

    [Fact]
    public async Task An_orchestration_that_has_looked_is_left_in_peace()
    {
        await GivenRoundAsync();
        Knows("round.2021-1", Duration.FromMinutes(2));
        await SweepAsync();

        Assert.Empty(_durable.Asked);
    }

    [Fact]
    public async Task An_orchestration_that_somebody_has_terminated_is_for_people_to_look_at()
    {
        await GivenRoundAsync();
        Knows("round.2021-1", Duration.FromSeconds(-1), OrchestrationRuntimeStatus.Terminated);
        await SweepAsync();

        Assert.Empty(_durable.Asked);
    }

    [Fact]
    public async Task Open_lots_and_orders_that_lag_are_nudged_and_never_started()
    {
        await GivenRoundAsync();
        await GivenLotAndOrderAsync();
        Knows("round.2021-1", Duration.FromHours(1));
        Knows("round.2021-1.lot-1", Duration.Zero);
        Knows("round.2021-1.order-lot-1-ukd", Duration.Zero);
        await SweepAsync();

        Assert.Equal(["raise round.2021-1.lot-1 LotChanged lot-1"], _durable.Asked);
    }

    [Fact]
    public async Task Lots_and_orders_are_not_looked_at_while_nothing_changes()
    {
        await GivenRoundAsync();
        await GivenLotAndOrderAsync();
        Knows("round.2021-1", Duration.FromHours(1));
        _clock.Advance(TimeSpan.FromHours(4));
        await SweepAsync();
        var looks = _durable.Looks;

        await SweepAsync(last: DecidedAt + Duration.FromHours(4));

        Assert.Equal(looks + 1, _durable.Looks);
    }

    [Fact]
    public async Task What_was_found_is_kept_for_the_probes_and_told_as_metrics()
    {
        using var metrics = new MetricRecorder(_meters);
        await GivenRoundAsync(pending: 3);
        await GivenLotAndOrderAsync();
        Knows("round.2021-1", Duration.FromHours(1));
        _queues.Counts["webhook-inbox-poison"] = 2;
        _clock.Advance(TimeSpan.FromMinutes(20));
        await SweepAsync();

        var report = await ReportAsync();
        Assert.Equal(DecidedAt + Duration.FromMinutes(20), report.CompletedAt);
        Assert.Equal([new RoundCount(RoundPhase.Bidding, 1)], report.Rounds);
        Assert.Equal((2, DecidedAt), (report.PendingDocuments, report.OldestPendingAt));
        Assert.Equal([new PoisonCount("webhook-inbox-poison", 2)], report.Poisoned);
        Assert.Equal(1, metrics["samkjop.rounds samkjop.round.phase=bidding"]);
        Assert.Equal(0, metrics["samkjop.rounds samkjop.round.phase=awarding"]);
        Assert.Equal(2, metrics["samkjop.relay.pending"]);
        Assert.Equal(1200, metrics["samkjop.relay.pending.age"]);
        Assert.Equal(2, metrics["samkjop.queues.poisoned samkjop.queue=webhook-inbox-poison"]);
        Assert.Equal(0, metrics["samkjop.queues.poisoned samkjop.queue=bid-uploads-poison"]);
        Assert.Equal(1, metrics["samkjop.sweeps"]);
    }

    [Fact]
    public async Task The_report_is_written_over_by_the_next_sweep()
    {
        await SweepAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        await SweepAsync();

        Assert.Equal(DecidedAt + Duration.FromHours(1), (await ReportAsync()).CompletedAt);
    }

    [Theory]
    [InlineData(RoundPhase.Evaluating, OrchestrationRuntimeStatus.Failed, "orchestration-ended")]
    [InlineData(RoundPhase.Consolidating, OrchestrationRuntimeStatus.Running, "deadline-passed")]
    public async Task A_round_that_has_not_moved_for_more_than_an_hour_is_told_as_stuck(RoundPhase phase, OrchestrationRuntimeStatus status, string reason)
    {
        using var metrics = new MetricRecorder(_meters);
        await GivenRoundAsync(phase);
        Knows("round.2021-1", Duration.FromHours(1), status);
        await SweepAsync();
        Assert.Empty((await ReportAsync()).Stuck);

        _clock.Advance(TimeSpan.FromMinutes(61));
        await SweepAsync();

        var stuck = Assert.Single((await ReportAsync()).Stuck);
        Assert.Equal((RoundId, phase, DecidedAt), (stuck.RoundId, stuck.Phase, stuck.Since));
        Assert.Equal(1, metrics[$"samkjop.rounds.stuck samkjop.reason={reason}"]);
    }

    [Fact]
    public async Task Orders_with_vehicles_missing_after_the_last_day_of_delivery_are_counted()
    {
        using var metrics = new MetricRecorder(_meters);
        var order = Filled.Of<Order>() with { RoundId = RoundId, State = OrderState.Confirmed, Quantity = 2, DeliveredQuantity = 1, DeliverBy = new LocalDate(2021, 5, 3), Ledger = Decided() };
        await _fixture.Store.CreateAsync(order with { OrderId = "order-lot-1-bym" }, Cancel);
        await _fixture.Store.CreateAsync(order with { OrderId = "order-lot-1-ren", State = OrderState.Cancelled }, Cancel);
        await SweepAsync();
        Assert.Equal(0, metrics["samkjop.orders.overdue"]);

        _clock.Advance(TimeSpan.FromHours(13));
        await SweepAsync();
        Assert.Equal(1, metrics["samkjop.orders.overdue"]);
    }
}
