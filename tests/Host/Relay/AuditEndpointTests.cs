using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Golden;

namespace Samkjop.Tests.Host.Relay;

public sealed class AuditEndpointTests : IAsyncLifetime
{
    private const string RoundId = "2021-1";
    private const string Officer = "officer-kari";

    private TestApp _app = null!;

    private TestCaller Auditor => _app.As("auditor-siri", Role.Auditor);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync(new LocalDateTime(2021, 5, 3, 10, 0));
        var people = new RoundPeople([Officer], [], [], [], []);
        await _app.Store.CreateAsync(
            Filled.Of<Round>() with
            {
                RoundId = RoundId, Phase = RoundPhase.Bidding, People = people, CallOff = null, OpenedAt = null,
                Ledger = Ledger.Empty.Record([new AttemptRefused("Test", "a", "first")], _app.Now, new Actor(Officer, ActorKind.Person), null),
            },
            Cancel);
        await _app.SettleAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task GivenBidAsync()
    {
        await _app.Store.CreateAsync(
            Filled.Of<Bid>() with
            {
                RoundId = RoundId, BidId = "bid-1",
                Ledger = Ledger.Empty.Record(
                    [new BidStarted("bid-1", "bilhuset", Anew: false), new AttemptRefused("Test", "b", "second")], _app.Now, Actor.Platform("test"), null),
            },
            Cancel);
        await _app.SettleAsync();
    }

    private static IEnumerable<string> EventsOf(Answer answer) =>
        answer.Json.GetProperty("items").EnumerateArray().Select(line => $"{line.GetProperty("number")} {line.GetProperty("event").GetProperty("event")}");

    [Fact]
    public async Task A_decision_is_in_the_log_as_soon_as_the_change_feed_has_told_of_it()
    {
        var answer = await Auditor.GetAsync($"rounds/{RoundId}/audit");

        Assert.Equal(200, answer.Code);
        Assert.Equal(["1 AttemptRefused"], EventsOf(answer));
        Assert.Equal("round/round#1", answer.Json.GetProperty("items")[0].GetProperty("source").GetString());
        Assert.Equal(Officer, answer.Json.GetProperty("items")[0].GetProperty("by").GetProperty("id").GetString());
        Assert.Empty((await _app.Store.FindAsync<Round>(RoundId, "round", Cancel))!.Document.Ledger.Pending);
    }

    [Fact]
    public async Task Who_has_bid_is_told_to_nobody_before_the_opening()
    {
        await GivenBidAsync();
        Assert.Equal(["1 AttemptRefused", "3 AttemptRefused"], EventsOf(await Auditor.GetAsync($"rounds/{RoundId}/audit")));

        var round = (await _app.Store.FindAsync<Round>(RoundId, "round", Cancel))!;
        await _app.Store.ReplaceAsync(round.Document with { OpenedAt = _app.Now }, round.ETag, Cancel);
        Assert.Equal(["1 AttemptRefused", "2 BidStarted", "3 AttemptRefused"], EventsOf(await Auditor.GetAsync($"rounds/{RoundId}/audit")));
    }

    [Fact]
    public async Task The_log_is_read_page_by_page()
    {
        await GivenBidAsync();
        var first = await Auditor.GetAsync($"rounds/{RoundId}/audit?pageSize=2");
        var continuation = first.Json.GetProperty("continuation").GetString();
        var second = await Auditor.GetAsync($"rounds/{RoundId}/audit?pageSize=2&continuation={continuation}");

        Assert.Equal(["1 AttemptRefused"], EventsOf(first));
        Assert.Equal(["3 AttemptRefused"], EventsOf(second));
        Assert.False(second.Json.TryGetProperty("continuation", out _));
    }

    [Theory]
    [InlineData("pageSize=0", "invalid-page-size")]
    [InlineData("pageSize=201", "invalid-page-size")]
    [InlineData("pageSize=ten", "invalid-page-size")]
    [InlineData("continuation=made-up", "invalid-continuation")]
    public async Task An_absurd_page_is_refused(string query, string problem)
    {
        var answer = await Auditor.GetAsync($"rounds/{RoundId}/audit?{query}");

        Assert.Equal(400, answer.Code);
        Assert.Equal(problem, answer.Problem);
    }

    [Theory]
    [InlineData(Officer, Role.ProcurementOfficer, RoundId, 200)]
    [InlineData("officer-ola", Role.ProcurementOfficer, RoundId, 403)]
    [InlineData("admin", Role.Administrator, RoundId, 403)]
    [InlineData("auditor-siri", Role.Auditor, "2031-9", 404)]
    public async Task The_log_is_for_the_auditor_and_the_officers_of_the_round(string subject, string role, string roundId, int status)
    {
        Assert.Equal(status, (await _app.As(subject, role).GetAsync($"rounds/{roundId}/audit")).Code);
    }
}
