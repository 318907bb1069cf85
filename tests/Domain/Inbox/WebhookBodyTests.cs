using System.Text;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Suppliers;
using Samkjop.Suppliers.Inbox;

namespace Samkjop.Tests.Domain.Inbox;

public sealed class WebhookBodyTests
{
    [Fact]
    public void A_report_of_an_order_is_read()
    {
        var (body, _) = Parse("""{"type":"order.delivered","timestamp":"2021-06-01T08:00:00Z","data":{"roundId":"2021-1","orderId":"order-lot-1-bym","quantity":2}}""");

        Assert.Equal(new OrderReport(OrderEntryKind.Delivered, "2021-1", "order-lot-1-bym", 2), body!.Report);
    }

    [Fact]
    public void An_unknown_type_is_no_fault_whatever_its_data()
    {
        var (body, refusal) = Parse("""{"type":"invoice.sent","timestamp":"2021-06-01T08:00:00Z","data":[1]}""");

        Assert.Null(refusal);
        Assert.Null(body!.Report);
        Assert.Equal("invoice.sent", body.Type);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"type":"order.delivered"}""")]
    [InlineData("""{"type":null,"timestamp":"2021-06-01T08:00:00Z","data":{}}""")]
    [InlineData("""{"type":"order.delivered","timestamp":"yesterday","data":{"roundId":"2021-1","orderId":"o"}}""")]
    [InlineData("""{"type":"order.delivered","timestamp":"2021-06-01T08:00:00Z","data":{"roundId":"2021-1"}}""")]
    [InlineData("""{"type":"order.delivered","timestamp":"2021-06-01T08:00:00Z","data":{"roundId":"2021-1","orderId":"o","price":1}}""")]
    [InlineData("""{"type":"order.delivered","timestamp":"2021-06-01T08:00:00Z","data":{"roundId":"2021-1","orderId":"o","quantity":"2"}}""")]
    [InlineData("""{"type":"order.delivered","timestamp":"2021-06-01T08:00:00Z","data":{"roundId":"2021-1","orderId":"o","quantity":99999999999}}""")]
    public void What_cannot_be_read_is_refused(string json) => Assert.Equal(InboxRefusals.MalformedCode, Parse(json).Refusal!.Code);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(10_001)]
    public void An_absurd_quantity_is_refused(int quantity)
    {
        var (_, refusal) = Parse($$$"""{"type":"order.delivered","timestamp":"2021-06-01T08:00:00Z","data":{"roundId":"2021-1","orderId":"o","quantity":{{{quantity}}}}}""");

        Assert.Equal("webhook-data-invalid", refusal!.Code);
        Assert.True(refusal.Errors!.ContainsKey("data.quantity"));
    }

    [Fact]
    public void Any_webhook_id_gives_a_document_id_of_its_own()
    {
        string[] ids = ["a/b", "a?b", "a.b", "A.b", new string('x', 256)];

        Assert.Equal(ids.Length, ids.Select(ReceivedWebhook.IdOf).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^webhook-[0-9a-f]{40}$", ReceivedWebhook.IdOf(id)));
    }

    [Fact]
    public void Secrets_rotate_with_overlap_up_to_three()
    {
        var supplier = new Supplier("beta", "Beta AS", "974760673", []);
        foreach (var name in (string[])["s1", "s2", "s3"])
            supplier = WebhookSecrets.Add(supplier, name).Supplier!;

        Assert.Equal(["s3", "s2", "s1"], supplier.WebhookSecretNames);
        Assert.Same(supplier, WebhookSecrets.Add(supplier, "s2").Supplier);
        Assert.Equal("too-many-webhook-secrets", WebhookSecrets.Add(supplier, "s4").Refusal!.Code);
        Assert.Equal(["s3", "s2"], WebhookSecrets.Retire(supplier, "s1").WebhookSecretNames);
    }

    [Theory]
    [InlineData("a", "webhook-a-0123456789abcdef0123", true)]
    [InlineData("a-b", "webhook-a-b-0123456789abcdef0123", true)]
    [InlineData("a", "webhook-a-b-0123456789abcdef0123", false)]
    [InlineData("a", "webhook-a-../../upload-signing-key", false)]
    [InlineData("a", "upload-signing-key", false)]
    public void A_secrets_name_belongs_to_one_supplier(string supplierId, string name, bool isOwn) =>
        Assert.Equal(isOwn, WebhookSecrets.IsNameOf(supplierId, name));

    private static (WebhookBody? Body, Refusal? Refusal) Parse(string json) => WebhookBody.Parse(Encoding.UTF8.GetBytes(json));
}
