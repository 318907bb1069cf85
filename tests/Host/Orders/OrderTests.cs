using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Orders;

/// <summary>Orders as their parties see and report on them.</summary>
public sealed class OrderTests
{
    private const string Orders = $"rounds/{Id}/orders";

    [Fact]
    public async Task Staff_list_all_orders_agencies_and_suppliers_their_own()
    {
        await using var round = await StartWithOrdersAsync();

        Assert.Equal(["order-lot-1-bym", "order-lot-1-uke", "order-lot-2-bym"], await ListedAsync(round.Auditor));
        Assert.Equal(["order-lot-1-bym", "order-lot-2-bym"], await ListedAsync(round.Agency("bym")));
        Assert.Equal(3, (await ListedAsync(round.Supplier("beta"))).Count);
        Assert.Empty(await ListedAsync(round.Supplier("alfa")));

        var page = await round.Auditor.GetAsync($"{Orders}?pageSize=2");
        Assert.Equal(2, page.Json.GetProperty("items").GetArrayLength());
        var next = await round.Auditor.GetAsync($"{Orders}?pageSize=2&continuation={Uri.EscapeDataString(page.Json.GetProperty("continuation").GetString()!)}");
        Assert.Equal(1, next.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_order_of_others_is_not_there_and_the_attempt_is_recorded()
    {
        await using var round = await StartWithOrdersAsync();
        const string order = $"{Orders}/order-lot-1-bym";

        Assert.Equal(200, (await round.Supplier("beta").GetAsync(order)).Code);
        Assert.Equal(404, (await round.Supplier("alfa").GetAsync(order)).Code);
        Assert.Equal(404, (await round.Supplier("alfa").PostAsync($"{order}/entries", new { kind = "delivered" })).Code);
        Assert.Equal(404, (await round.Agency("uke").PostAsync($"{order}/acceptance", new { accepted = true })).Code);
        Assert.Equal(404, (await round.Auditor.GetAsync($"{Orders}/round")).Code);

        Assert.Empty((await round.DocumentAsync<Order>("order-lot-1-bym")).Entries);
        var audit = (await round.App.Store.ListAsync<AuditEntry>(Id, new DocumentQuery(PageSize: 1000))).Items.Select(entry => entry.Document).ToList();
        Assert.Equal(2, audit.Count(entry => entry is { By.Id: "user-alfa", Event: SupplierAttemptRefused { Subject: "order-lot-1-bym" } }));
        Assert.Contains(audit, entry => entry is { By.Id: "receiver-uke", Event: AttemptRefused { Function: "AcceptDelivery" } });
    }

    [Fact]
    public async Task The_contract_manager_reports_with_evidence_only()
    {
        await using var round = await StartWithOrdersAsync();
        const string entries = $"{Orders}/order-lot-1-bym/entries";

        Assert.Equal("evidence-missing", (await round.Manager.PostAsync(entries, new { kind = "delivered" })).Problem);
        Assert.Equal("not-named-for-round", (await round.App.As("other", Role.ContractManager).PostAsync(entries, new { kind = "delivered", evidence = "E" })).Problem);
        Assert.Equal("quantity-out-of-bounds", (await round.Supplier("beta").PostAsync(entries, new { kind = "delivered", quantity = -1 })).Problem);
        Assert.Equal("entry-kind-not-allowed", (await round.Supplier("beta").PostAsync(entries, new { kind = "accepted" })).Problem);
        Assert.Equal("malformed-json", (await round.Supplier("beta").PostAsync(entries, new { kind = "sent" })).Problem);
        Assert.Equal("delivered", (await round.Manager.PostAsync(entries, new { kind = "delivered", evidence = "Fraktbrev 17" })).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Delivered_and_accepted_orders_end_their_lots_and_close_the_round()
    {
        await using var round = await StartWithOrdersAsync();
        foreach (var (order, agency) in new[] { ("order-lot-1-bym", "bym"), ("order-lot-1-uke", "uke"), ("order-lot-2-bym", "bym") })
        {
            Assert.Equal(RoundPhase.Delivering, (await round.DocumentAsync<Round>("round")).Phase);
            Assert.Equal(200, (await round.Supplier("beta").PostAsync($"{Orders}/{order}/entries", new { kind = "delivered", quantity = 1 })).Code);
            Assert.Equal(200, (await round.Agency(agency).PostAsync($"{Orders}/{order}/acceptance", new { accepted = false, reason = "Bulk i døra" })).Code);
            Assert.Equal(200, (await round.Supplier("beta").PostAsync($"{Orders}/{order}/entries", new { kind = "delivered" })).Code);
            var accepted = await round.Agency(agency).PostAsync($"{Orders}/{order}/acceptance", new { accepted = true });
            Assert.Equal("accepted", accepted.Json.GetProperty("state").GetString());
            await round.App.SettleAsync();
        }

        await round.AssertNothingFailedAsync();
        Assert.Equal(LotPhase.Ended, (await round.DocumentAsync<Lot>("lot-2")).Phase);
        var closed = await round.DocumentAsync<Round>("round");
        Assert.Equal((RoundPhase.Closed, $"{Id}/protocol.html"), (closed.Phase, closed.Closing!.ProtocolBlob));
    }

    [Fact]
    public async Task An_overdue_order_is_reminded_the_day_after_and_then_weekly()
    {
        await using var round = await StartWithOrdersAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 20, 7, 59));
        Assert.Empty((await round.DocumentAsync<Order>("order-lot-1-bym")).Reminders);

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 20, 8, 0));
        Assert.Single((await round.DocumentAsync<Order>("order-lot-1-bym")).Reminders);
        await round.Supplier("beta").PostAsync($"{Orders}/order-lot-1-uke/entries", new { kind = "delivered" });

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 27, 8, 0));
        Assert.Equal(2, (await round.DocumentAsync<Order>("order-lot-1-bym")).Reminders.Length);
        Assert.Single((await round.DocumentAsync<Order>("order-lot-1-uke")).Reminders);
        Assert.NotNull(await round.App.Store.FindAsync<OutboundMessage>(Id, "reminder-order-lot-1-bym-2"));
    }

    private static async Task<List<string>> ListedAsync(TestCaller caller) =>
        [.. (await caller.GetAsync(Orders)).Json.GetProperty("items").EnumerateArray().Select(order => order.GetProperty("orderId").GetString()!)];
}
