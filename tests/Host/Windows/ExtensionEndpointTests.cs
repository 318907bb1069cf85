using System.Net;
using System.Text;
using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;
using IcalCalendar = Ical.Net.Calendar;

namespace Samkjop.Tests.Host.Windows;

/// <summary>Bids are received until 21 May 2021, 12:00 Oslo, as invited; here it becomes 26 May.</summary>
public sealed class ExtensionEndpointTests
{
    private const string Window = "rounds/2021-1/bid-window";
    private static readonly LocalDateTime OldClosing = new(2021, 5, 21, 12, 5);
    private static readonly LocalDateTime NewClosing = new(2021, 5, 26, 12, 5);
    private static readonly object Reason = new { no = "Svaret kom sent.", en = "The answer came late." };
    private static readonly object Extension = new { closesOn = "2021-05-26", cause = "lateAnswer", reason = Reason };

    private static readonly object AfterOutage = new
    {
        closesOn = "2021-05-26",
        cause = "buyerOutage",
        reason = new { no = "Portalen var nede.", en = "The portal was down." },
        outage = new { from = "2021-05-21T10:00:00", until = "2021-05-21T12:03:00", evidence = "INC-4711" },
    };

    [Fact]
    public async Task An_extended_window_takes_bids_until_the_new_closing_and_its_manifest_follows_it()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());

        var extended = await round.Officer.PostAsync($"{Window}/extensions", Extension);
        await round.App.AdvanceToAsync(OldClosing);

        Assert.True(extended.Code == 200, extended.Text);
        Assert.Equal("2021-05-26T10:00:00Z", extended.Json.GetProperty("window").GetProperty("closes").GetProperty("at").GetString());
        Assert.Equal((RoundPhase.Bidding, null), ((await round.RoundAsync()).Phase, (await round.RoundAsync()).Manifest));
        await round.BidAsync(round.Harald, SealedRound.SheetJson(410_000));
        Assert.Equal("opening-too-early", (await round.ApproveAsync("opener-1")).Problem);
        await round.App.AdvanceToAsync(NewClosing);
        Assert.Equal((RoundPhase.AwaitingOpening, 2), ((await round.RoundAsync()).Phase, (await round.RoundAsync()).Manifest!.Entries));
        Assert.Equal((409, "bid-window-closed"), await CodeOf(SealedRound.AnnounceAsync(round.Harald)));
    }

    [Fact]
    public async Task All_invited_are_told_with_the_reason_and_calendars_move_with_a_higher_sequence()
    {
        await using var round = await SealedRound.StartAsync();
        Assert.Equal(0, (await BidsCloseAsync(round)).Sequence);

        await round.Officer.PostAsync($"{Window}/extensions", Extension);
        await round.Officer.PostAsync($"{Window}/extensions", new { closesOn = "2021-05-28", cause = "other", reason = Reason });

        var moved = await BidsCloseAsync(round);
        Assert.True(moved.Sequence > 0);
        Assert.Equal(new DateTime(2021, 5, 28, 10, 0, 0, DateTimeKind.Utc), moved.DtStart!.AsUtc);
        foreach (var supplier in new[] { round.Bertel, round.Harald })
        {
            var told = (await supplier.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray()
                .Where(m => m.GetProperty("messageId").GetString()!.StartsWith("notice-window-", StringComparison.Ordinal)).ToList();
            Assert.Equal(2, told.Count);
            Assert.Contains("Svaret kom sent.", told[0].GetProperty("body").GetProperty("no").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await round.Bertel.GetAsync(Window)).Json.GetProperty("changes").GetArrayLength());
        await round.App.SettleAsync();
        Assert.Equal(2, (await round.AuditAsync()).Count(e => e is { By.Id: "officer", Event: BidWindowExtended }));
    }

    [Fact]
    public async Task The_proposal_after_a_late_answer_goes_when_it_is_followed()
    {
        await using var round = await SealedRound.StartAsync();
        var asked = await round.Bertel.PostAsync("rounds/2021-1/questions", new { question = "Hva?" });
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 18, 9, 0));
        await round.Officer.PostAsync(
            $"{asked.Location![5..]}/answers", new { question = new { no = "Hva?", en = "What?" }, answer = new { no = "Det.", en = "That." } });

        Assert.Equal("2021-05-25T10:00:00Z", (await round.Officer.GetAsync(Window)).Json.GetProperty("proposal").GetProperty("closes").GetString());
        Assert.False((await round.Bertel.GetAsync(Window)).Json.TryGetProperty("proposal", out _));

        await round.Officer.PostAsync($"{Window}/extensions", new { closesOn = "2021-05-25", cause = "lateAnswer", reason = Reason });

        Assert.False((await round.Officer.GetAsync(Window)).Json.TryGetProperty("proposal", out _));
    }

    [Fact]
    public async Task An_outage_at_closing_reopens_the_window_and_takes_in_what_had_been_late()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Harald, SealedRound.SheetJson(410_000));
        await SealedRound.BeginAsync(round.Bertel);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 11, 55));
        var announced = await SealedRound.AnnounceAsync(round.Bertel);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 12, 0));
        Assert.Equal(HttpStatusCode.Created, await SealedRound.UploadAsync(announced, Encoding.UTF8.GetBytes(SealedRound.SheetJson())));
        await round.CloseAsync();
        var documentId = announced.Json.GetProperty("document").GetProperty("documentId").GetString()!;
        Assert.Equal("late", await VerdictAsync(round, documentId));
        Assert.Equal(200, (await round.ApproveAsync("opener-1")).Code);
        Assert.Equal((409, "bid-window-closed"), await CodeOf(round.Officer.PostAsync($"{Window}/extensions", Extension)));

        var extended = await round.Officer.PostAsync($"{Window}/extensions", AfterOutage);
        await round.App.SettleAsync();

        Assert.True(extended.Code == 200, extended.Text);
        Assert.Equal(200, (await SealedRound.BeginAsync(round.Bertel)).Code);
        Assert.Equal((409, "opening-too-early"), await CodeOf(round.ApproveAsync("opener-2")));
        await round.App.AdvanceToAsync(NewClosing);
        Assert.Equal("accepted", await VerdictAsync(round, documentId));
        Assert.Equal(2, (await round.RoundAsync()).Manifest!.Entries);
        Assert.Empty((await round.RoundAsync()).OpeningApprovals);
        await round.ApproveAsync("opener-1");
        await round.ApproveAsync("opener-2");
        await round.App.SettleAsync();
        Assert.NotNull((await round.RoundAsync()).OpenedAt);
        Assert.Equal((409, "bids-opened"), await CodeOf(round.Officer.PostAsync($"{Window}/extensions", AfterOutage)));
        Assert.False((await round.Bertel.GetAsync(Window)).Json.GetProperty("changes")[0].TryGetProperty("evidence", out _));
    }

    [Theory]
    [InlineData("""{ "closesOn": "2021-05-20", "cause": "other", "reason": { "no": "a", "en": "b" } }""", 422, "invalid-extension")]
    [InlineData("""{ "closesOn": "2021-05-26", "cause": "agreement", "reason": { "no": "a", "en": "b" } }""", 422, "invalid-extension")]
    [InlineData("""{ "closesOn": "2021-05-26", "cause": "other" }""", 400, "malformed-json")]
    [InlineData("""{ "closesOn": "2021-05-26", "cause": "whim", "reason": { "no": "a", "en": "b" } }""", 400, "malformed-json")]
    public async Task An_extension_that_makes_no_sense_changes_nothing(string body, int status, string code)
    {
        await using var round = await SealedRound.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal((status, code), await CodeOf(round.Officer.PostAsync($"{Window}/extensions", content)));
        Assert.Equal(SealedRound.Closes, (await round.RoundAsync()).Invitation!.Window.Closes);
    }

    [Fact]
    public async Task Suppliers_and_unnamed_officers_move_no_closing_and_the_attempt_is_recorded()
    {
        await using var round = await SealedRound.StartAsync();

        Assert.Equal((403, "role-required"), await CodeOf(round.Bertel.PostAsync($"{Window}/extensions", Extension)));
        Assert.Equal((403, "not-named-for-round"), await CodeOf(round.App.As("tonje", Samkjop.People.Role.ProcurementOfficer).PostAsync($"{Window}/extensions", Extension)));
        Assert.Contains(await round.AuditAsync(), e => e is { By.Id: "tonje", Event: Samkjop.Audit.AttemptRefused { Code: "not-named-for-round" } });
        Assert.Equal(SealedRound.Closes, (await round.RoundAsync()).Invitation!.Window.Closes);
    }

    [Fact]
    public async Task The_worst_of_the_real_backends_changes_nothing()
    {
        var calm = await OutcomeAsync(new DurableEngineOptions(), hostile: null);

        Assert.Equal(calm, await OutcomeAsync(new DurableEngineOptions { ReplayEveryTurn = true }, hostile: null));
        Assert.Equal(calm, await OutcomeAsync(
            new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = 5, RepeatActivity = 0.5 } },
            new HostileTriggers { DropEveryFeedBatch = 2, RepeatEveryMessage = 2 }));
    }

    /// <summary>Extended before closing, reopened after it, closed and opened.</summary>
    private static async Task<string> OutcomeAsync(DurableEngineOptions engine, HostileTriggers? hostile)
    {
        await using var round = await SealedRound.StartAsync(engine, hostile);
        await round.Officer.PostAsync($"{Window}/extensions", new { closesOn = "2021-05-22", cause = "other", reason = Reason }, "first");
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 22, 12, 5));
        Assert.Equal(200, (await round.Officer.PostAsync($"{Window}/extensions", AfterOutage, "second")).Code);
        await round.App.AdvanceToAsync(NewClosing);
        await round.ApproveAsync("opener-1");
        await round.ApproveAsync("opener-2");
        await round.App.SettleAsync();
        return (await round.Officer.GetAsync(Window)).Text + (await round.Officer.GetAsync("rounds/2021-1")).Text + (await round.Officer.GetAsync("rounds/2021-1/messages")).Text;
    }

    private static async Task<Ical.Net.CalendarComponents.CalendarEvent> BidsCloseAsync(SealedRound round) =>
        IcalCalendar.Load((await round.Bertel.GetAsync("rounds/2021-1/calendar.ics")).Text)!.Events.Single(e => e.Uid!.StartsWith("bids-close", StringComparison.Ordinal));

    private static async Task<string?> VerdictAsync(SealedRound round, string documentId) =>
        (await round.ReceiptAsync(round.Bertel, documentId)).Json.GetProperty("receipt").GetProperty("verdict").GetString();

    private static async Task<(int, string?)> CodeOf(Task<Answer> answering)
    {
        var answer = await answering;
        return (answer.Code, answer.Problem);
    }
}
