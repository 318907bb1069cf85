using Microsoft.DurableTask.Client;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Awards;

/// <summary>From ranked lots to signed contracts, over HTTP and through the orchestrations.</summary>
public sealed class AwardTests
{
    [Fact]
    public async Task Proposed_and_decided_lots_send_letters_to_all_bidders_at_once()
    {
        await using var round = await StartAsync();
        Assert.Equal(404, (await round.Supplier("alfa").GetAsync($"rounds/{Id}/lots/lot-1/letter")).Code);

        await round.AwardAsync();

        var lot = await round.DocumentAsync<Lot>("lot-1");
        Assert.Equal(LotPhase.Standstill, lot.Phase);
        Assert.Equal(["alfa", "beta", "gamma"], lot.Letters!.Recipients);
        Assert.Equal(Instant.FromUtc(2021, 5, 25, 22, 0), lot.Letters.StandstillEnds);
        foreach (var (supplier, outcome) in new[] { ("alfa", "notChosen"), ("beta", "won"), ("gamma", "rejected") })
        {
            var letter = await round.Supplier(supplier).GetAsync($"rounds/{Id}/lots/lot-1/letter");
            Assert.Equal(200, letter.Code);
            Assert.Equal(outcome, letter.Json.GetProperty("content").GetProperty("outcome").GetString());
            Assert.Equal("2021-05-26", letter.Json.GetProperty("firstContractDay").GetString());
            Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, $"award-lot-1-{supplier}"));
        }
    }

    [Fact]
    public async Task A_letter_tells_its_recipient_only_what_is_its_own_and_the_winners()
    {
        await using var round = await StartAsync();
        await round.AwardAsync();

        var alfa = await round.Supplier("alfa").GetAsync($"rounds/{Id}/lots/lot-1/letter");
        var gamma = await round.Supplier("gamma").GetAsync($"rounds/{Id}/lots/lot-1/letter");

        Assert.Contains("Betas rekkevidde er 500 km.", alfa.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gamma", alfa.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("441", alfa.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alfa", gamma.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("plug-in hybrid", gamma.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await round.Supplier("gamma").GetAsync($"rounds/{Id}/lots/lot-2/letter")).Code);
        Assert.Equal(3, (await round.Auditor.GetAsync($"rounds/{Id}/lots/lot-1/letters")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_decides_what_it_may_not()
    {
        await using var round = await StartAsync();
        var (lot, approve) = ($"rounds/{Id}/lots/lot-1", new { approve = true, reason = "Enig." });

        Assert.Equal("award-not-proposed", (await round.Decider.PostAsync($"{lot}/award-decision", approve)).Problem);
        Assert.Equal("bid-not-first", (await round.Officer.PostAsync($"{lot}/award-proposal", new { bidId = "bid-alfa", reason = "Nei" })).Problem);
        Assert.Equal("not-named-for-round", (await round.App.As("other", Role.ProcurementOfficer).PostAsync($"{lot}/award-proposal", new { bidId = "bid-beta", reason = "Ja" })).Problem);
        Assert.Equal("role-required", (await round.Supplier("beta").PostAsync($"{lot}/award-proposal", new { bidId = "bid-beta", reason = "Ja" })).Problem);
        Assert.Equal(400, (await round.Officer.PostAsync($"{lot}/award-proposal", new { bidId = "bid-beta", reason = "Ja", extra = 1 })).Code);
        Assert.Equal(404, (await round.Officer.PostAsync($"rounds/{Id}/lots/lot-9/award-proposal", new { bidId = "bid-beta", reason = "Ja" })).Code);
        Assert.Equal(LotPhase.Ranked, (await round.DocumentAsync<Lot>("lot-1")).Phase);
    }

    [Fact]
    public async Task A_repeated_proposal_is_answered_not_repeated()
    {
        await using var round = await StartAsync();
        var body = new { bidId = "bid-beta", reason = "Best totalt." };

        var first = await round.Officer.PostAsync($"rounds/{Id}/lots/lot-1/award-proposal", body, key: "same");
        var second = await round.Officer.PostAsync($"rounds/{Id}/lots/lot-1/award-proposal", body, key: "same");

        Assert.Equal((200, 200, first.Text), (first.Code, second.Code, second.Text));
        Assert.Equal("award-already-proposed", (await round.Officer.PostAsync($"rounds/{Id}/lots/lot-1/award-proposal", body)).Problem);
        Assert.Equal("stale-etag", (await round.Officer.PostAsync($"rounds/{Id}/lots/lot-2/award-proposal", body, ifMatch: "old")).Problem);
    }

    [Fact]
    public async Task What_the_decider_returns_can_be_proposed_again()
    {
        await using var round = await StartAsync();
        var lot = $"rounds/{Id}/lots/lot-1";
        await round.Officer.PostAsync($"{lot}/award-proposal", new { bidId = "bid-beta", reason = "Best." });

        var returned = await round.Decider.PostAsync($"{lot}/award-decision", new { approve = false, reason = "Begrunn bedre." });
        Assert.Equal("ranked", returned.Json.GetProperty("phase").GetString());
        await round.AwardAsync();

        Assert.Equal(LotPhase.Standstill, (await round.DocumentAsync<Lot>("lot-1")).Phase);
    }

    [Fact]
    public async Task The_contract_is_signed_by_both_after_the_standstill_and_only_then_ordered()
    {
        await using var round = await StartAsync();
        await round.AwardAsync();
        var signatures = $"rounds/{Id}/lots/lot-1/contract/signatures";

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 25, 23, 59));
        var early = await round.Manager.PostAsync(signatures);
        Assert.Equal("standstill-runs", early.Problem);
        Assert.Contains("Wednesday 26 May 2021", early.Text, StringComparison.Ordinal);

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 26, 0, 0));
        Assert.Equal(LotPhase.AwaitingSignatures, (await round.DocumentAsync<Lot>("lot-1")).Phase);
        Assert.Equal(200, (await round.Decider.PostAsync(signatures)).Code);
        await round.App.SettleAsync();
        Assert.Null(await round.App.Store.FindAsync<Order>(Id, "order-lot-1-bym"));

        Assert.Equal(404, (await round.Supplier("alfa").PostAsync(signatures)).Code);
        Assert.Equal(200, (await round.Supplier("beta").PostAsync(signatures)).Code);
        await round.App.SettleAsync();

        var order = await round.DocumentAsync<Order>("order-lot-1-bym");
        Assert.Equal((2, "beta", new LocalDate(2021, 6, 2)), (order.Quantity, order.SupplierId, order.DeliverBy));
        Assert.Equal(["order-lot-1-bym", "order-lot-1-uke"], (await round.DocumentAsync<Lot>("lot-1")).OrderIds);
        var refused = await round.App.Store.ListAsync<AuditEntry>(Id, new DocumentQuery(PageSize: 1000));
        Assert.Contains(refused.Items, entry => entry.Document is { By.Id: "user-alfa", Event: SupplierAttemptRefused { Subject: "lot-1" } });
    }

    [Fact]
    public async Task The_round_goes_on_to_deliveries_when_every_lot_has_its_orders()
    {
        await using var round = await StartAsync();
        await round.OrderAsync();

        Assert.Equal(RoundPhase.Delivering, (await round.DocumentAsync<Round>("round")).Phase);
    }

    [Fact]
    public async Task Bidders_of_a_lot_that_ended_without_an_award_read_why_and_the_others_go_on()
    {
        await using var round = await StartAsync(standstill: false, withEmptyLot: true);

        var letter = await round.Supplier("gamma").GetAsync($"rounds/{Id}/lots/lot-3/letter");
        Assert.Equal(200, letter.Code);
        Assert.False(letter.Json.GetProperty("content").TryGetProperty("winnerName", out _));
        Assert.Contains("plug-in hybrid", letter.Text, StringComparison.Ordinal);
        Assert.Equal(LotPhase.WithoutBids, (await round.DocumentAsync<Lot>("lot-3")).Phase);
        await round.OrderAsync();
        Assert.Equal(RoundPhase.Delivering, (await round.DocumentAsync<Round>("round")).Phase);
    }

    [Fact]
    public async Task Whoever_is_refused_a_decision_stands_in_the_audit_log()
    {
        await using var round = await StartAsync();
        await round.App.As("other", Role.AwardDecider).PostAsync($"rounds/{Id}/lots/lot-1/award-decision", new { approve = true, reason = "Enig." });

        var audit = await round.App.Store.ListAsync<AuditEntry>(Id, new DocumentQuery(PageSize: 1000));
        Assert.Contains(audit.Items, entry => entry.Document is { By.Id: "other", Event: AttemptRefused { Function: "DecideLotAward", Code: "not-named-for-round" } });
    }

    [Fact]
    public async Task A_lots_orchestration_that_was_lost_resumes_where_the_lot_is()
    {
        await using var round = await StartAsync();
        await round.AwardAsync();
        var client = round.App.App.Functions.DurableClient;
        foreach (var instance in (string[])[Lot.InstanceId(Id, "lot-1"), Lot.InstanceId(Id, "lot-2"), Round.InstanceId(Id)])
        {
            await client.TerminateInstanceAsync(instance);
            await round.App.SettleAsync();
            await client.PurgeInstanceAsync(instance);
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(RunPurchaseRound), new RunPurchaseRound.Input(Id), new Microsoft.DurableTask.StartOrchestrationOptions(Round.InstanceId(Id)));
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 26, 0, 0));

        Assert.Equal(LotPhase.AwaitingSignatures, (await round.DocumentAsync<Lot>("lot-1")).Phase);
        Assert.Single(await LettersAsync(round, "lot-1"), letter => letter.SupplierId == "beta");
    }

    private static async Task<IEnumerable<AwardLetter>> LettersAsync(AwardingRound round, string lotId) =>
        (await round.App.Store.ListAsync<AwardLetter>(Id, new DocumentQuery(IdPrefix: AwardLetter.PrefixOf(lotId)))).Items.Select(letter => letter.Document);
}
