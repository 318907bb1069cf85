using System.Text.Json;

namespace Samkjop.Tests.Host.Needs;

/// <summary>lot-1 holds bym's three small vans of 250 km, lot-2 ren's four of 300 km, lot-3 bym's two large ones.</summary>
public sealed class LotAdjustmentTests
{
    private const string Adjustments = "rounds/2021-1/lot-adjustments";

    [Fact]
    public async Task An_officer_merges_and_defers_with_a_reason_and_the_invitation_follows()
    {
        await using var round = await SpringRound.ReadyAsync();
        var before = await LotsAsync(round);
        Assert.Equal(["lot-1: 3", "lot-2: 4", "lot-3: 2"], before);

        Assert.Equal("invalid-lot-adjustment", (await round.Officer.PostAsync(Adjustments, new { kind = "merge", reason = "", lotId = "lot-2", intoLotId = "lot-1" })).Problem);
        Assert.Equal("adjustment-does-not-fit", (await round.Officer.PostAsync(Adjustments, new { kind = "merge", reason = "x", lotId = "lot-3", intoLotId = "lot-1" })).Problem);
        Assert.Equal(before, await LotsAsync(round));

        var merged = await round.Officer.PostAsync(Adjustments, new { kind = "merge", reason = "Samme leverandører dekker begge.", lotId = "lot-2", intoLotId = "lot-1" });
        Assert.True(merged.Code == 200, merged.Text);
        Assert.Equal(["lot-1: 7", "lot-3: 2"], await LotsAsync(round));
        var large = (await round.Officer.GetAsync("rounds/2021-1/lots/lot-3")).Json.GetProperty("lines")[0].GetProperty("needId").GetString();
        Assert.Equal(200, (await round.Officer.PostAsync(Adjustments, new { kind = "defer", reason = "Markedet er for tynt nå.", needIds = new[] { large } })).Code);
        Assert.Equal(["lot-1: 7"], await LotsAsync(round));
        var need = (await round.Reporter.GetAsync($"rounds/2021-1/needs/{large}")).Json;
        Assert.Equal("deferred", need.GetProperty("state").GetString());
        Assert.Contains("Markedet er for tynt", need.GetProperty("message").GetProperty("no").GetString(), StringComparison.Ordinal);
        Assert.Equal([$"deferred-{large}-2"], await MessagesAsync(round.Reporter));

        var told = (await round.Auditor.GetAsync(Adjustments)).Json;
        Assert.Equal(3, told.GetProperty("proposed").GetArrayLength());
        Assert.Equal(["merge", "defer"], told.GetProperty("adjustments").EnumerateArray().Select(made => made.GetProperty("kind").GetString()));
        Assert.Equal("Samme leverandører dekker begge.", told.GetProperty("adjustments")[0].GetProperty("reason").GetString());

        await SpringRound.Created(round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-25" }));
        await round.App.SettleAsync();
        var invitation = (await round.Supplier("bilco").GetAsync("rounds/2021-1/invitation")).Json;
        Assert.Equal("lot-1", Assert.Single(invitation.GetProperty("lotIds").EnumerateArray()).GetString());
        Assert.Equal("lots-released", (await round.Officer.PostAsync(Adjustments, new { kind = "defer", reason = "x", needIds = new[] { large } })).Problem);
        Assert.Equal(2, (await round.Auditor.GetAsync("rounds/2021-1/audit?pageSize=200")).Text.Split("\"LotsAdjusted\"").Length - 1);
    }

    [Fact]
    public async Task What_was_left_out_comes_back_and_a_repeated_request_is_done_once()
    {
        await using var round = await SpringRound.WithLotsAsync();
        var large = (await round.Officer.GetAsync("rounds/2021-1/lots/lot-3")).Json.GetProperty("lines")[0].GetProperty("needId").GetString();
        var defer = new { kind = "defer", reason = "Vent.", needIds = new[] { large } };
        Assert.Equal(200, (await round.Officer.PostAsync(Adjustments, defer, key: "once")).Code);
        await round.App.ForgetAnswerAsync(round.Officer.Caller, "once");
        Assert.Equal(200, (await round.Officer.PostAsync(Adjustments, defer, key: "once")).Code);

        var back = await round.Officer.PostAsync(Adjustments, new { kind = "include", reason = "Likevel.", needIds = new[] { large } });
        Assert.Equal(2, back.Json.GetProperty("adjustments").GetArrayLength());
        Assert.Equal(["lot-1: 3", "lot-2: 4", "lot-4: 2"], await LotsAsync(round));
        Assert.Equal("pinned", (await round.Reporter.GetAsync($"rounds/2021-1/needs/{large}")).Json.GetProperty("state").GetString());
        Assert.Equal([$"deferred-{large}-1", $"included-{large}-2"], await MessagesAsync(round.Reporter));
    }

    [Fact]
    public async Task When_every_need_waits_the_round_closes_and_everybody_is_told()
    {
        await using var round = await SpringRound.WithLotsAsync();
        var ids = (await round.Officer.GetAsync("rounds/2021-1/lots")).Json.GetProperty("items").EnumerateArray()
            .SelectMany(lot => lot.GetProperty("lines").EnumerateArray()).Select(line => line.GetProperty("needId").GetString()).ToArray();

        Assert.Equal("no-lots-left", (await round.Officer.PostAsync(Adjustments, new { kind = "defer", reason = "Budsjettet falt.", needIds = ids })).Problem);
        Assert.Equal(200, (await round.Officer.PostAsync(Adjustments, new { kind = "defer", reason = "Budsjettet falt.", needIds = ids, closeRound = true })).Code);
        await round.App.SettleAsync();

        Assert.Equal("closed", await round.PhaseAsync());
        Assert.Contains("round-empty-ren", await MessagesAsync(round.OtherReporter));
        Assert.Empty(await LotsAsync(round));
    }

    [Fact]
    public async Task A_loan_that_is_answered_after_the_lock_makes_the_option_firm_or_leaves_it_out()
    {
        await using var round = await SpringRound.OpenAsync();
        object Need(string vehicleClass) => new
        {
            quantity = 2, vehicleClass, requirements = new { minimumRangeKm = 250 }, deliverTo = "Karvesvingen 3, Oslo", subjectToLoan = true,
        };
        var granted = await round.ApprovedNeedAsync(round.Reporter, round.BudgetHolder, Need("smallVan"));
        var refused = await round.ApprovedNeedAsync(round.Reporter, round.BudgetHolder, Need("largeVan"));
        await round.App.AdvanceToAsync(SpringRound.LotsAreLocked);

        Assert.False((await round.Officer.PostAsync($"rounds/2021-1/needs/{granted}/loan-answer", new { granted = true, reason = "Vedtak 21/77" })).Json.GetProperty("isOption").GetBoolean());
        Assert.Equal("deferred", (await round.Officer.PostAsync($"rounds/2021-1/needs/{refused}/loan-answer", new { granted = false, reason = "Vedtak 21/78" })).Json.GetProperty("state").GetString());
        var lot = Assert.Single((await round.Officer.GetAsync("rounds/2021-1/lots")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal((2, 0), (lot.GetProperty("totalQuantity").GetInt32(), lot.GetProperty("optionQuantity").GetInt32()));
    }

    [Fact]
    public async Task Nobody_but_an_officer_of_the_round_adjusts_and_suppliers_do_not_read_it()
    {
        await using var round = await SpringRound.WithLotsAsync();
        var merge = new { kind = "merge", reason = "x", lotId = "lot-2", intoLotId = "lot-1" };
        Assert.Equal("role-required", (await round.Reporter.PostAsync(Adjustments, merge)).Problem);
        Assert.Equal("not-named-for-round", (await round.OtherOfficer.PostAsync(Adjustments, merge)).Problem);
        Assert.Equal(403, (await round.Supplier("bilco").GetAsync(Adjustments)).Code);
        Assert.Equal(404, (await round.Officer.PostAsync("rounds/2099-1/lot-adjustments", merge)).Code);
        Assert.Equal("malformed-json", (await round.Officer.PostAsync(Adjustments, new { kind = "shuffle", reason = "x" })).Problem);
        Assert.Equal(["lot-1: 3", "lot-2: 4", "lot-3: 2"], await LotsAsync(round));
    }

    private static async Task<string[]> LotsAsync(SpringRound round) =>
    [
        .. (await round.Officer.GetAsync("rounds/2021-1/lots")).Json.GetProperty("items").EnumerateArray()
            .Select(lot => $"{lot.GetProperty("lotId").GetString()}: {lot.GetProperty("totalQuantity").GetInt32()}"),
    ];

    private static async Task<string[]> MessagesAsync(TestCaller caller) =>
        [.. (await caller.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray().Select(message => message.GetProperty("messageId").GetString()!)];
}
