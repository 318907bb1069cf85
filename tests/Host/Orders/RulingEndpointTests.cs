using NodaTime;
using Samkjop.Audit;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using Samkjop.Tests.Host.Webhooks;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Orders;

/// <summary>Rejections, delays, terminations and damages, over HTTP and through the supplier's system. Orders are due on Wednesday 19 May 2021.</summary>
public sealed class RulingEndpointTests
{
    private const string Bym = $"rounds/{Id}/orders/order-lot-1-bym", Uke = $"rounds/{Id}/orders/order-lot-1-uke";

    [Fact]
    public async Task A_rejection_by_webhook_is_told_and_decided_on_by_the_contract_manager_alone()
    {
        await using var round = await StartWithOrdersAsync();
        using var beta = await SignedSender.StartAsync(round, "beta");
        Assert.Equal(202, (await beta.SendAsync("m1", """{"type":"order.rejected","timestamp":"2021-05-12T08:00:00Z","data":{"roundId":"2021-1","orderId":"order-lot-1-bym","note":"Modellen er utgått."}}""")).Code);
        await round.App.SettleAsync();
        Assert.Equal("rejected", (await round.Agency("bym").GetAsync(Bym)).Json.GetProperty("state").GetString());

        var ruling = new { kind = "cancelled", reason = "Virksomheten venter til neste runde." };
        Assert.Equal("not-named-for-round", (await round.App.As("other", Role.ContractManager).PostAsync($"{Bym}/rulings", ruling)).Problem);
        Assert.Equal("role-required", (await round.Supplier("beta").PostAsync($"{Bym}/rulings", ruling)).Problem);
        Assert.Equal("agreement-missing", (await round.Manager.PostAsync($"{Uke}/rulings", ruling)).Problem);
        var cancelled = await round.Manager.PostAsync($"{Bym}/rulings", ruling);
        Assert.Equal((200, 2), (cancelled.Code, cancelled.Json.GetProperty("releasedQuantity").GetInt32()));

        var told = (await round.Agency("bym").GetAsync($"rounds/{Id}/messages")).Json.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("messageId").GetString()).ToList();
        Assert.Contains("news-order-lot-1-bym-0-0", told);
        Assert.Contains("ruling-order-lot-1-bym-0-1", told);
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, "ruling-order-lot-1-bym-0-0"));
        var audit = (await round.App.Store.ListAsync<AuditEntry>(Id, new DocumentQuery(PageSize: 1000))).Items.Select(entry => entry.Document).ToList();
        Assert.Contains(audit, entry => entry is { By.Id: "other", Event: AttemptRefused { Function: "RuleOnOrder", Code: "not-named-for-round" } });
    }

    [Fact]
    public async Task The_agency_agrees_before_its_order_is_cancelled()
    {
        await using var round = await StartWithOrdersAsync();
        var holder = round.App.As("holder-bym", Role.BudgetHolder, agency: "bym");

        Assert.Equal(404, (await round.App.As("holder-uke", Role.BudgetHolder, agency: "uke").PostAsync($"{Bym}/cancellation-agreement", new { reason = "x" })).Code);
        Assert.Equal(200, (await holder.PostAsync($"{Bym}/cancellation-agreement", new { reason = "Avdelingen legges ned." })).Code);
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, "news-order-lot-1-bym-0-0"));
        Assert.Equal("cancelled", (await round.Manager.PostAsync($"{Bym}/rulings", new { kind = "cancelled", reason = "Etter avtale." })).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Damages_are_read_line_by_line_by_the_parties_and_summed_per_lot_and_round()
    {
        await using var round = await StartWithOrdersAsync();
        Assert.Equal(200, (await round.Supplier("beta").PostAsync($"{Bym}/entries", new { kind = "delayed", delayedUntil = "2021-06-01", note = "Ferje innstilt." })).Code);
        var moved = await round.Manager.PostAsync($"{Bym}/rulings", new { kind = "dateAccepted", date = "2021-05-21", withoutDamages = true, reason = "Uvær." });
        Assert.Equal(("2021-05-19", "2021-05-21", "2021-06-01"), (Text(moved, "deliverBy"), Text(moved, "dueDate"), Text(moved, "delayedUntil")));

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 25, 12, 0));
        Assert.Equal(200, (await round.Supplier("beta").PostAsync($"{Bym}/entries", new { kind = "delivered", quantity = 1 })).Code);
        Assert.Equal(200, (await round.Agency("bym").PostAsync($"{Bym}/acceptance", new { accepted = true })).Code);

        // 441 000 × 1.5 ‰ = 661.50 per vehicle and day: four days for both of bym's, six for uke's two and for lot 2's two.
        var damages = (await round.Supplier("beta").GetAsync($"{Bym}/damages")).Json;
        Assert.Equal((5_292m, false, 2), (damages.GetProperty("amount").GetDecimal(), damages.GetProperty("isFinal").GetBoolean(), damages.GetProperty("lines").GetArrayLength()));
        Assert.Equal(404, (await round.Supplier("alfa").GetAsync($"{Bym}/damages")).Code);

        var all = (await round.Auditor.GetAsync($"rounds/{Id}/deliveries")).Json;
        Assert.Equal((5_292m + (2 * 7_938m), 5), (all.GetProperty("damages").GetDecimal(), all.GetProperty("sum").GetProperty("remaining").GetInt32()));
        var uke = (await round.Agency("uke").GetAsync($"rounds/{Id}/deliveries")).Json;
        Assert.Equal((7_938m, 2), (uke.GetProperty("damages").GetDecimal(), uke.GetProperty("sum").GetProperty("ordered").GetInt32()));

        Assert.Equal(200, (await round.Manager.PostAsync($"{Uke}/rulings", new { kind = "damagesClaimed", amount = 5000, reason = "Avtalt." })).Code);
        Assert.Equal(5_000m, (await round.Agency("uke").GetAsync($"{Uke}/damages")).Json.GetProperty("claimed").GetDecimal());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task An_order_that_does_not_move_is_escalated_by_the_clock_and_terminated_by_the_contract_manager(int hostileSeed)
    {
        await using var round = await StartAsync(
            hostileSeed > 0 ? new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = hostileSeed } } : null,
            hostileSeed > 0 ? new HostileTriggers { DropEveryFeedBatch = 3, RepeatEveryMessage = 2 } : null, standstill: false);
        await round.OrderAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 6, 2, 9, 0));

        Assert.Equal([OrderEscalationKind.Overdue], (await round.DocumentAsync<Order>("order-lot-1-bym")).Escalations.Select(told => told.Kind));
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, "escalation-overdue-order-lot-1-bym-2021-06-02-0"));
        Assert.Contains("DTSTART;VALUE=DATE:20210827", (await round.Manager.GetAsync($"rounds/{Id}/calendar.ics")).Text, StringComparison.Ordinal);

        foreach (var order in (string[])["order-lot-1-bym", "order-lot-1-uke", "order-lot-2-bym"])
        {
            var body = new { kind = "terminated", ground = "substantialBreach", reason = "Ingen svar." };
            Assert.Equal(200, (await round.Manager.PostAsync($"rounds/{Id}/orders/{order}/rulings", body)).Code);
        }

        await round.App.Store.CreateAsync(new PurchasingSystem("dps-3500", new Text("Varebiler", "Vans"), [VehicleClass.SmallVan], ZeroEmissionRequired: true));
        var report = (await round.Agency("uke").GetAsync($"rounds/{Id}/report")).Text;
        Assert.Contains("<td class=\"num\">2</td><td class=\"num\">0</td><td class=\"num\">0</td><td class=\"num\">0</td><td class=\"num\">2</td>", report, StringComparison.Ordinal);
        Assert.DoesNotContain("2021-q2", report, StringComparison.Ordinal);
        Assert.Contains("2021-q2", (await round.Auditor.GetAsync($"rounds/{Id}/report")).Text, StringComparison.Ordinal);

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 6, 4, 9, 0));
        await round.AssertNothingFailedAsync();
        Assert.Equal(RoundPhase.Closed, (await round.DocumentAsync<Round>("round")).Phase);
        var protocol = (await round.Auditor.GetAsync($"rounds/{Id}/protocol")).Text;
        Assert.Contains("Ingen svar.", protocol, StringComparison.Ordinal);
        Assert.Contains("2 vehicle(s) released on Wednesday 2 June 2021: 14 days after Wednesday 19 May 2021", protocol, StringComparison.Ordinal);
    }

    private static string? Text(Answer answer, string property) => answer.Json.GetProperty(property).GetString();
}
