using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.State;

namespace Samkjop.Tests.Host.State;

public sealed class AuditLogTests : IAsyncLifetime
{
    private const string Round = "2021-1";

    private static readonly Instant At = Instant.FromUtc(2021, 4, 1, 8, 0);

    private readonly StoreFixture _fixture = new();

    private AuditLog Log => new(_fixture.Store);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private Task<AuditEntry> AppendAsync(string source, string round = Round) =>
        Log.AppendAsync(round, At, new Actor("kari", ActorKind.Person), source, new AttemptRefused("ReadBid", source, "sealed"), Cancel);

    private async Task<List<AuditEntry>> AllAsync(string round = Round) =>
        await _fixture.Store.AllAsync<AuditEntry>(round, cancellationToken: Cancel).Select(e => e.Document).ToListAsync(Cancel);

    [Fact]
    public async Task Entries_of_each_round_are_numbered_from_one()
    {
        Assert.Null(await Log.NewestAsync(Round, Cancel));
        Assert.Equal(1, (await AppendAsync("read-1")).Number);
        Assert.Equal(2, (await AppendAsync("read-2")).Number);
        Assert.Equal(1, (await AppendAsync("read-3", "2021-2")).Number);
        Assert.Equal("read-2", (await Log.NewestAsync(Round, Cancel))!.Source);
    }

    [Fact]
    public async Task A_source_is_written_once()
    {
        var first = await AppendAsync("read-1");
        await AppendAsync("read-2");

        Assert.Equal(first, await AppendAsync("read-1"));
        Assert.Equal(2, (await AllAsync()).Count);
    }

    [Fact]
    public async Task However_many_write_at_once_numbers_have_no_gaps_and_sources_no_doubles()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(() => AppendAsync($"read-{n % 20}"), Cancel)));

        var entries = await AllAsync();
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), entries.Select(e => e.Number));
        Assert.Equal(20, entries.Select(e => e.Source).Distinct().Count());
        Assert.True((await VerdictAsync()).IsWhole);
    }

    [Fact]
    public async Task Each_entry_is_bound_to_the_one_before_as_it_lies_in_the_store()
    {
        await AppendAsync("read-1");
        await Log.AppendAsync(Round, At, Actor.Platform("test"), "price-1", new Samkjop.Purchasing.PriceQuestioned("lot-1", "bid-1", 100m / 3, At), Cancel);
        await AppendAsync("read-2");

        var verdict = await VerdictAsync();

        Assert.Equal((true, 3, (await AllAsync())[^1].Hash), (verdict.IsWhole, verdict.Entries, verdict.Head));
    }

    [Fact]
    public async Task An_entry_changed_in_the_store_is_found()
    {
        for (var n = 1; n <= 4; n++)
        {
            await AppendAsync($"read-{n}");
        }

        var second = (await _fixture.Store.FindAsync<AuditEntry>(Round, AuditEntry.IdOf(2), Cancel))!;
        await _fixture.Store.ReplaceAsync(second.Document with { By = new Actor("ola", ActorKind.Person) }, second.ETag, Cancel);
        Assert.Equal((2, AuditFaultKind.Changed), (await VerdictAsync()).Faults.Select(fault => (fault.Number, fault.Kind)).Single());

        await _fixture.Store.DeleteAsync<AuditEntry>(Round, AuditEntry.IdOf(2), (await _fixture.Store.FindAsync<AuditEntry>(Round, AuditEntry.IdOf(2), Cancel))!.ETag, Cancel);
        Assert.Equal((2, AuditFaultKind.Missing), (await VerdictAsync()).Faults.Select(fault => (fault.Number, fault.Kind)).Single());
    }

    [Fact]
    public async Task Sealed_entries_alone_are_salted_so_that_their_hash_tells_nothing()
    {
        await AppendAsync("read-1");
        await Log.AppendAsync(Round, At, Actor.Platform("test"), "bid-1", new Samkjop.Purchasing.BidStarted("bid-1", "alfa", false), Cancel);

        Assert.Equal([false, true], (await AllAsync()).Select(entry => entry.Salt is { Length: 32 }));
    }

    private async Task<AuditVerdict> VerdictAsync() => AuditVerification.Verify(
        await Log.EveryAsync(Round, Cancel).Select(entry => entry.Document.Line(opened: true)).ToListAsync(Cancel));

    [Fact]
    public async Task The_log_is_listed_in_pages_oldest_first()
    {
        for (var n = 1; n <= 5; n++)
        {
            await AppendAsync($"read-{n}");
        }

        var first = await Log.ListAsync(Round, 3, null, Cancel);
        var second = await Log.ListAsync(Round, 3, first.Continuation, Cancel);

        Assert.Equal([1, 2, 3], first.Items.Select(e => e.Document.Number));
        Assert.Equal([4, 5], second.Items.Select(e => e.Document.Number));
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task A_lost_answer_leads_to_no_second_entry()
    {
        for (var call = 1; call <= 3; call++)
        {
            var crashing = new CrashingStore(_fixture.Store, new HashSet<int>(), new HashSet<int> { call });
            var source = $"read-{call}";
            Task<AuditEntry> Append() => new AuditLog(crashing).AppendAsync(
                Round, At, Actor.Platform("test"), source, new AttemptRefused("ReadBid", source, "sealed"), Cancel);

            await Assert.ThrowsAsync<StoreUnavailableException>(Append);
            await Append();
        }

        Assert.Equal(["read-1", "read-2", "read-3"], (await AllAsync()).Select(e => e.Source));
    }
}
