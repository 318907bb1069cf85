using Microsoft.Extensions.Time.Testing;
using Samkjop.Functions.Health;
using Samkjop.Functions.Health.Parts;
using Samkjop.Health;
using Samkjop.Tests.Host.State;

namespace Samkjop.Tests.Host.Health;

/// <summary>Looks at parts that hang, and at many askers.</summary>
public sealed class PlatformInspectorTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_part_that_hangs_does_not_hang_the_probe(bool heedsTheToken)
    {
        var part = new CountingPart(token => Task.Delay(Timeout.Infinite, heedsTheToken ? token : CancellationToken.None));
        var finding = await PlatformInspector.LookAsync(part);

        Assert.Equal(PartState.Failing, finding.State);
        Assert.Equal("did not answer within 3 seconds; nothing works", finding.What);
    }

    [Fact]
    public async Task One_look_serves_everyone_for_a_while()
    {
        var part = new CountingPart(_ => Task.CompletedTask);
        var inspector = new PlatformInspector([part], _clock);
        await inspector.InspectAsync();
        await inspector.InspectAsync();
        Assert.Equal(1, part.Looks);

        _clock.Advance(PlatformInspector.Freshness);
        await inspector.InspectAsync();
        Assert.Equal(2, part.Looks);
    }

    [Fact]
    public async Task A_sweep_that_never_ran_is_told_after_two_hours()
    {
        await using var fixture = new StoreFixture();
        var part = new SweepPart(fixture.Store, _clock);
        Assert.Equal(PartState.Ok, (await part.LookAsync(CancellationToken.None)).State);

        _clock.Advance(TimeSpan.FromMinutes(121));
        Assert.Equal((PartState.Degraded, "has never run to its end"), (await part.LookAsync(CancellationToken.None)) is var late ? (late.State, late.Detail) : default);
    }

    [Fact]
    public async Task The_store_s_parts_fail_with_the_store()
    {
        await using var fixture = new StoreFixture();
        var broken = new CrashingStore(fixture.Store, before: Enumerable.Range(1, 9).ToHashSet(), after: new HashSet<int>());
        IPlatformPart[] parts = [new DocumentStorePart(broken), new SweepPart(broken, _clock), new RoundsPart(broken), new RelayPart(broken)];
        var findings = await Task.WhenAll(parts.Select(PlatformInspector.LookAsync));

        Assert.All(findings, finding => Assert.StartsWith("does not answer (StoreUnavailableException); ", finding.What, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.Equal(PartState.Failing, finding.State));
    }

    [Fact]
    public async Task Time_zone_data_that_is_years_old_is_told()
    {
        Assert.Equal(PartState.Ok, (await new TimeZonesPart(new FakeTimeProvider(new DateTimeOffset(2021, 3, 24, 8, 0, 0, TimeSpan.Zero))).LookAsync(default)).State);
        Assert.Equal(PartState.Degraded, (await new TimeZonesPart(new FakeTimeProvider(new DateTimeOffset(2199, 3, 24, 8, 0, 0, TimeSpan.Zero))).LookAsync(default)).State);
    }

    /// <summary>A fake: does what the test says, and counts.</summary>
    private sealed class CountingPart(Func<CancellationToken, Task> look) : IPlatformPart
    {
        private int _looks;

        public int Looks => _looks;

        public string Name => "part";

        public string Consequence => "nothing works";

        public async Task<PartFinding> LookAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _looks);
            await look(cancellationToken);
            return PartFinding.Fine();
        }
    }
}
