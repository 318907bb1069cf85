using NodaTime;
using Samkjop.Audit;
using Samkjop.Embedded.Functions;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Suppliers.Inbox;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;
using static Samkjop.Tests.Host.Webhooks.SignedSender;

namespace Samkjop.Tests.Host.Webhooks;

/// <summary>Webhooks from suppliers' systems: what is applied, and what is refused and changes nothing.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task Signed_reports_move_the_order_in_whatever_order_they_come()
    {
        await using var round = await StartWithOrdersAsync();
        var beta = await StartAsync(round, "beta");

        foreach (var (id, type) in new[] { ("m3", "order.delivered"), ("m1", "order.confirmed"), ("m2", "order.dispatched") })
        {
            var answer = await beta.SendAsync(id, Report(type));
            Assert.Equal((202, id), (answer.Code, answer.Json.GetProperty("webhookId").GetString()));
            await round.App.SettleAsync();
        }

        var order = await round.DocumentAsync<Order>("order-lot-1-bym");
        Assert.Equal((OrderState.Delivered, 2, 3), (order.State, order.DeliveredQuantity, order.Entries.Length));
        Assert.All(order.Entries, entry => Assert.Equal(OrderChannel.Webhook, entry.Channel));
    }

    [Fact]
    public async Task A_repeated_webhook_is_answered_as_the_first_was_and_counts_once()
    {
        await using var round = await StartWithOrdersAsync();
        var beta = await StartAsync(round, "beta");
        var body = Report("order.delivered", quantity: 1);

        var first = await beta.SendAsync("m1", body);
        await round.App.SettleAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 12, 10, 2));
        var second = await beta.SendAsync("m1", body);
        await round.App.SettleAsync();

        Assert.Equal((202, first.Text), (second.Code, second.Text));
        Assert.Equal(1, (await round.DocumentAsync<Order>("order-lot-1-bym")).DeliveredQuantity);
        Assert.Equal("webhook-id-reused", (await beta.SendAsync("m1", Report("order.delivered", quantity: 2))).Problem);
    }

    [Fact]
    public async Task What_is_not_signed_in_time_by_the_supplier_is_refused()
    {
        await using var round = await StartWithOrdersAsync();
        var (beta, alfa) = (await StartAsync(round, "beta"), await StartAsync(round, "alfa"));
        var (body, now) = (Report("order.delivered"), round.App.Now);

        (string Code, Answer Answer)[] attacks =
        [
            ("webhook-not-signed", await beta.SendAsync("a1", body, unsigned: true)),
            ("webhook-expired", await beta.SendAsync("a2", body, signedAt: now - Duration.FromSeconds(301))),
            ("webhook-from-the-future", await beta.SendAsync("a3", body, signedAt: now + Duration.FromSeconds(302))),
            ("webhook-signature-wrong", await beta.SendAsync("a4", body, signedBody: Report("order.confirmed"))),
            ("webhook-signature-wrong", await alfa.SendAsync("a5", body, to: "beta")),
            ("webhook-no-active-secret", await beta.SendAsync("a6", body, to: "gamma")),
            ("webhook-no-active-secret", await beta.SendAsync("a7", body, to: "nobody")),
        ];

        Assert.All(attacks, attack => Assert.Equal((401, attack.Code), (attack.Answer.Code, attack.Answer.Problem)));
        Assert.Empty((await round.App.Store.ListAsync<ReceivedWebhook>("beta", new DocumentQuery())).Items);
        await round.App.SettleAsync();
        Assert.Empty((await round.DocumentAsync<Order>("order-lot-1-bym")).Entries);
    }

    [Fact]
    public async Task Another_suppliers_order_is_unknown_and_the_attempt_is_recorded()
    {
        await using var round = await StartWithOrdersAsync();
        var alfa = await StartAsync(round, "alfa");

        Assert.Equal(202, (await alfa.SendAsync("m1", Report("order.delivered"))).Code);
        Assert.Equal(202, (await alfa.SendAsync("m2", Report("order.delivered", "order-lot-9-bym"))).Code);
        await round.App.SettleAsync();

        Assert.Empty((await round.DocumentAsync<Order>("order-lot-1-bym")).Entries);
        var inbox = await round.Supplier("alfa").GetAsync("suppliers/alfa/webhooks");
        Assert.All(inbox.Json.GetProperty("items").EnumerateArray(), item => Assert.Equal("unknown-order", item.GetProperty("code").GetString()));
        var audit = await round.App.Store.ListAsync<AuditEntry>(Id, new DocumentQuery(PageSize: 1000));
        Assert.Contains(audit.Items, entry => entry.Document is { By.Id: "alfa", Event: SupplierAttemptRefused { Subject: "order-lot-1-bym", Code: "unknown-order" } });
        Assert.Equal(404, (await round.Supplier("beta").GetAsync("suppliers/alfa/webhooks")).Code);
    }

    [Fact]
    public async Task An_unknown_type_is_kept_and_changes_nothing()
    {
        await using var round = await StartWithOrdersAsync();
        var beta = await StartAsync(round, "beta");

        Assert.Equal(202, (await beta.SendAsync("m1", """{"type":"invoice.sent","timestamp":"2021-05-26T07:00:00Z","data":{}}""")).Code);

        var item = (await round.Supplier("beta").GetAsync("suppliers/beta/webhooks")).Json.GetProperty("items")[0];
        Assert.Equal("unknownType", item.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("{", 400, "malformed-json")]
    [InlineData("""{"type":"order.delivered","timestamp":"2021-05-26T07:00:00Z","data":{"roundId":"2021-1","orderId":"o","colour":"red"}}""", 400, "malformed-json")]
    [InlineData("""{"type":"order.delivered","timestamp":"2021-05-26T07:00:00Z","data":{"roundId":"2021-1","orderId":"../round","quantity":0}}""", 422, "webhook-data-invalid")]
    public async Task What_cannot_be_read_is_refused_and_not_stored(string body, int status, string code)
    {
        await using var round = await StartWithOrdersAsync();
        var answer = await (await StartAsync(round, "beta")).SendAsync("m1", body);

        Assert.Equal((status, code), (answer.Code, answer.Problem));
        Assert.Empty((await round.App.Store.ListAsync<ReceivedWebhook>("beta", new DocumentQuery())).Items);
    }

    [Fact]
    public async Task Secrets_rotate_with_overlap_and_a_retired_one_stops_at_once()
    {
        await using var round = await StartWithOrdersAsync();
        var old = await StartAsync(round, "beta");
        var fresh = await StartAsync(round, "beta");
        Assert.NotEqual(old.Secret, fresh.Secret);
        Assert.Equal(202, (await old.SendAsync("m1", Report("order.confirmed"))).Code);
        Assert.Equal(202, (await fresh.SendAsync("m2", Report("order.dispatched"))).Code);

        var first = (await round.App.Store.FindAsync<Samkjop.Suppliers.Supplier>("beta", "supplier"))!.Document.WebhookSecretNames[^1];
        Assert.Equal(204, (await round.Supplier("beta").DeleteAsync($"suppliers/beta/webhook-secrets/{first}")).Code);

        Assert.Equal("webhook-signature-wrong", (await old.SendAsync("m3", Report("order.delivered"))).Problem);
        Assert.Equal(202, (await fresh.SendAsync("m4", Report("order.delivered"))).Code);
        Assert.Equal(404, (await round.Supplier("alfa").PostAsync("suppliers/beta/webhook-secrets")).Code);
    }

    [Fact]
    public async Task A_secret_is_the_same_when_asked_for_again_with_the_same_key_and_is_remembered_nowhere_else()
    {
        await using var round = await StartWithOrdersAsync();
        var first = await round.Supplier("beta").PostAsync("suppliers/beta/webhook-secrets", key: "same");
        var second = await round.Supplier("beta").PostAsync("suppliers/beta/webhook-secrets", key: "same");

        Assert.Equal((201, first.Text), (second.Code, second.Text));
        Assert.Single((await round.App.Store.FindAsync<Samkjop.Suppliers.Supplier>("beta", "supplier"))!.Document.WebhookSecretNames);
        await StartAsync(round, "beta");
        await StartAsync(round, "beta");
        Assert.Equal("too-many-webhook-secrets", (await round.Supplier("beta").PostAsync("suppliers/beta/webhook-secrets")).Problem);
    }

    [Fact]
    public async Task A_retired_secret_does_not_come_back_and_nobody_retires_anothers()
    {
        await using var round = await StartWithOrdersAsync();
        var made = await round.Supplier("beta").PostAsync("suppliers/beta/webhook-secrets", key: "same");
        var name = made.Json.GetProperty("name").GetString();

        Assert.Equal(204, (await round.Supplier("alfa").DeleteAsync($"suppliers/alfa/webhook-secrets/{name}")).Code);
        Assert.Equal(201, (await round.Supplier("beta").PostAsync("suppliers/beta/webhook-secrets", key: "same")).Code);

        Assert.Equal(204, (await round.Supplier("beta").DeleteAsync($"suppliers/beta/webhook-secrets/{name}")).Code);
        Assert.Equal("webhook-secret-retired", (await round.Supplier("beta").PostAsync("suppliers/beta/webhook-secrets", key: "same")).Problem);
    }

    [Fact]
    public async Task A_webhook_whose_queue_message_was_lost_is_applied_by_the_sweep()
    {
        await using var round = await StartWithOrdersAsync();
        await round.App.Store.CreateAsync(new ReceivedWebhook
        {
            SupplierId = "beta",
            WebhookId = "lost",
            ReceivedAt = round.App.Now,
            Type = "order.delivered",
            BodySha256 = new string('0', 64),
            Report = new OrderReport(OrderEntryKind.Delivered, Id, "order-lot-1-bym"),
            State = WebhookState.Pending,
        });

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 12, 10, 38));

        Assert.Equal(OrderState.Delivered, (await round.DocumentAsync<Order>("order-lot-1-bym")).State);
    }

    [Fact]
    public async Task A_queue_message_that_comes_twice_is_applied_once()
    {
        await using var round = await StartWithOrdersAsync(new HostileTriggers { RepeatEveryMessage = 1 });
        await (await StartAsync(round, "beta")).SendAsync("m1", Report("order.delivered", quantity: 1));
        await round.App.SettleAsync();

        Assert.Single((await round.DocumentAsync<Order>("order-lot-1-bym")).Entries);
    }
}
