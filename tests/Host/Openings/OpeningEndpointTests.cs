using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Openings;

public sealed class OpeningEndpointTests
{
    private const string Round = $"rounds/{SealedRound.RoundId}";

    public static TheoryData<string> StaffRoles => [.. Role.All.Except([Role.SupplierUser, Role.SupplierSystem])];

    [Theory]
    [MemberData(nameof(StaffRoles))]
    public async Task Before_the_opening_nobody_reads_and_every_attempt_is_recorded(string role)
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        await round.CloseAsync();
        var curious = round.App.As("curious", role);

        foreach (var path in (string[])[$"{Round}/bids", $"{Round}/bids/bid-bertel", $"{Round}/bids/bid-nobody", $"{Round}/lots/lot-1/bids", $"{Round}/lots/lot-1/evaluations", $"{Round}/lots/lot-1/ranking"])
        {
            var answer = await curious.GetAsync(path);

            Assert.Equal((403, "bids-sealed"), (answer.Code, answer.Problem));
            Assert.DoesNotContain("bertel", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(6, (await round.AuditAsync()).Count(e => e is { By.Id: "curious", Event: AttemptRefused { Code: "bids-sealed" } }));
    }

    [Fact]
    public async Task Two_openers_open_and_one_does_not_however_often()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        await round.CloseAsync();

        var first = await round.ApproveAsync("opener-1");
        var again = await round.ApproveAsync("opener-1");
        await round.App.SettleAsync();
        Assert.Equal((200, 1, false), (first.Code, again.Json.GetProperty("approvals").GetArrayLength(), again.Json.GetProperty("complete").GetBoolean()));
        Assert.Null((await round.RoundAsync()).OpenedAt);

        var second = await round.ApproveAsync("opener-2");
        await round.App.SettleAsync();

        Assert.True(second.Json.GetProperty("complete").GetBoolean());
        Assert.Equal(RoundPhase.Evaluating, (await round.RoundAsync()).Phase);
        Assert.Contains(await round.AuditAsync(), e => e.Event is BidsOpened);
    }

    [Fact]
    public async Task Nobody_approves_before_closing_or_without_being_a_named_opener_and_every_attempt_is_recorded()
    {
        await using var round = await SealedRound.StartAsync();

        var early = await round.ApproveAsync("opener-1");
        await round.CloseAsync();
        var unnamed = await round.ApproveAsync("opener-9");
        var officer = await round.Officer.PostAsync($"{Round}/opening/approvals");

        Assert.Equal((409, "opening-too-early"), (early.Code, early.Problem));
        Assert.Equal((403, "not-named-for-round"), (unnamed.Code, unnamed.Problem));
        Assert.Equal((403, "role-required"), (officer.Code, officer.Problem));
        Assert.Equal(3, (await round.AuditAsync()).Count(e => e.Event is AttemptRefused { Function: "AgreeToOpen" }));
    }

    [Fact]
    public async Task A_round_that_is_not_there_has_nothing_to_open_and_gets_no_log()
    {
        await using var round = await SealedRound.StartAsync();
        var opener = round.App.As("opener-1", Role.Opener);

        var approved = await opener.PostAsync("rounds/1999-9/opening/approvals");
        var declared = await round.Evaluator.PostAsync("rounds/1999-9/impartiality-declarations", new { impartial = true });
        var read = await round.Auditor.GetAsync("rounds/1999-9/bids");

        Assert.Equal([404, 404, 404], [approved.Code, declared.Code, read.Code]);
        Assert.Empty((await round.App.Store.ListAsync<AuditEntry>("1999-9", new DocumentQuery())).Items);
    }

    [Fact]
    public async Task After_the_opening_a_named_person_reads_once_it_has_declared_its_impartiality_and_each_reading_is_recorded()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        await round.BidAsync(round.Harald, SealedRound.SheetJson(462_000, "lot-2"), "lot-2");
        await round.OpenAsync();

        var undeclared = await round.Evaluator.GetAsync($"{Round}/bids");
        await round.DeclareAsync(round.Evaluator);
        var all = await round.Evaluator.GetAsync($"{Round}/bids");
        var lot = await round.Evaluator.GetAsync($"{Round}/lots/lot-2/bids");
        var one = await round.Evaluator.GetAsync($"{Round}/bids/bid-bertel");

        Assert.Equal((403, "impartiality-required"), (undeclared.Code, undeclared.Problem));
        Assert.Equal(["bid-bertel", "bid-harald"], Ids(all));
        Assert.Equal(["bid-harald"], Ids(lot));
        Assert.Equal(420_000m, one.Json.GetProperty("sheets")[0].GetProperty("sheet").GetProperty("unitPrice").GetDecimal());
        Assert.Equal(
            ["bids", "lot-2", "bid-bertel"], (await round.AuditAsync()).Select(e => e.Event).OfType<BidsRead>().Select(read => read.Subject));
    }

    [Fact]
    public async Task A_supplier_never_reads_what_others_offer()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        await round.OpenAsync();

        Assert.Equal("not-named-for-round", (await round.Harald.GetAsync($"{Round}/bids")).Problem);
        Assert.Equal(404, (await round.Harald.GetAsync($"{Round}/bids/bid-bertel")).Code);
    }

    [Theory]
    [InlineData("""{ "lotId": "lot-1" }""")]
    [InlineData("""%PDF-1.7""")]
    [InlineData("""{ "lotId": "lot-1", "model": "M", "specification": { "make": "M", "model": "M" }, "unitPrice": -1, "deliveryWeeks": 16, "validUntil": "2021-09-30" }""")]
    [InlineData("""{ "lotId": "lot-1", "model": "M", "specification": { "make": "M", "model": "M" }, "unitPrice": 1, "deliveryWeeks": 16, "validUntil": "2021-09-30", "rebate": 1 }""")]
    public async Task A_sheet_that_cannot_be_read_is_kept_with_the_reason_and_stops_nobody_elses_bid(string json)
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, json);
        await round.BidAsync(round.Harald, SealedRound.SheetJson());
        await round.OpenAsync();
        await round.DeclareAsync(round.Evaluator);

        var bids = (await round.Evaluator.GetAsync($"{Round}/bids")).Json.GetProperty("items");
        var judged = (await round.Evaluator.GetAsync($"{Round}/lots/lot-1/evaluations")).Json.GetProperty("items");

        Assert.True(bids[0].GetProperty("sheets")[0].TryGetProperty("problem", out _));
        Assert.Equal([false, true], judged.EnumerateArray().Select(e => e.GetProperty("admissible").GetBoolean()));
    }

    [Fact]
    public async Task A_withdrawn_and_a_late_bid_are_not_opened()
    {
        await using var round = await SealedRound.StartAsync();
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        await round.Bertel.DeleteAsync(SealedRound.BidOf(round.Bertel));
        await SealedRound.BeginAsync(round.Harald);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 11, 50));
        var announced = await SealedRound.AnnounceAsync(round.Harald);
        await round.CloseAsync();
        await SealedRound.UploadAsync(announced, "{}"u8.ToArray());
        await round.OpenAsync();

        Assert.Empty((await round.Auditor.GetAsync($"{Round}/bids")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(0, (await round.RoundAsync()).Manifest!.Entries);
    }

    private static string[] Ids(Answer page) => [.. page.Json.GetProperty("items").EnumerateArray().Select(bid => bid.GetProperty("bidId").GetString()!)];
}
