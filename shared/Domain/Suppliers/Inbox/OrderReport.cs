using System.Text.Json;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Serialization;

namespace Samkjop.Suppliers.Inbox;

/// <summary>What a webhook says of an order.</summary>
/// <param name="Kind">Confirmed, declined, dispatched, delayed or delivered.</param>
/// <param name="RoundId">The round.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Quantity">Vehicles, 1–10 000; null: all that are left.</param>
/// <param name="Note">At most 2000 characters; a rejection's reason.</param>
/// <param name="DelayedUntil">The local day that a delay lasts until.</param>
public sealed record OrderReport(
    OrderEntryKind Kind, string RoundId, string OrderId, int? Quantity = null, string? Note = null, LocalDate? DelayedUntil = null);

/// <summary>The body of a webhook, read only after its signature was accepted.</summary>
/// <param name="Type">Such as <c>order.delivered</c>.</param>
/// <param name="Report">What it reports; null for a type that this version does not know.</param>
public sealed record WebhookBody(string Type, OrderReport? Report)
{
    private sealed record Envelope(string Type, Instant Timestamp, JsonElement Data);

    private sealed record OrderData(string RoundId, string OrderId, int? Quantity = null, string? Note = null, LocalDate? DelayedUntil = null);

    /// <summary>Reads a body: <c>{"type":"order.delivered","timestamp":"…","data":{"roundId":"…","orderId":"…","quantity":3}}</c>.</summary>
    /// <returns>The body, or what is wrong with it.</returns>
    public static (WebhookBody? Body, Refusal? Refusal) Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(json, SamkjopJson.Options) ?? throw new JsonException("The body is null.", "$", null, null);
            if (envelope.Type.Length is 0 or > 100)
                throw new JsonException("The type has 1–100 characters.", "$.type", null, null);
            if (KindOf(envelope.Type) is not { } kind)
                return (new WebhookBody(envelope.Type, Report: null), null);

            var data = envelope.Data.Deserialize<OrderData>(SamkjopJson.Options) ?? throw new JsonException("The data is null.", "$.data", null, null);
            var problem = Check(data);
            return problem is null ? (new WebhookBody(envelope.Type, ReportOf(kind, data)), null) : (null, problem);
        }
        catch (JsonException exception)
        {
            var (path, fault) = JsonFaults.Explain(exception);
            return (null, InboxRefusals.Malformed(path, fault));
        }
    }

    private static OrderReport ReportOf(OrderEntryKind kind, OrderData data) =>
        new(kind, data.RoundId, data.OrderId, data.Quantity, data.Note, data.DelayedUntil);

    private static OrderEntryKind? KindOf(string type) => type switch
    {
        "order.confirmed" => OrderEntryKind.Confirmed,
        "order.rejected" => OrderEntryKind.Declined,
        "order.dispatched" => OrderEntryKind.Dispatched,
        "order.delayed" => OrderEntryKind.Delayed,
        "order.delivered" => OrderEntryKind.Delivered,
        _ => null,
    };

    private static Refusal? Check(OrderData data)
    {
        var findings = new Findings();
        findings.Require(IsId(data.RoundId, 40), "data.roundId", "roundId har 1–40 bokstaver a–z, sifre og bindestreker.", "roundId has 1–40 letters a–z, digits and hyphens.");
        findings.Require(IsId(data.OrderId, 100), "data.orderId", "orderId har 1–100 bokstaver a–z, sifre og bindestreker.", "orderId has 1–100 letters a–z, digits and hyphens.");
        findings.Require(data.Quantity is null or (>= 1 and <= 10_000), "data.quantity", "quantity er 1–10 000, eller utelates.", "quantity is 1–10 000, or left out.");
        findings.Require(data.Note is null or { Length: <= 2000 }, "data.note", "note har høyst 2000 tegn.", "note has at most 2000 characters.");
        return findings.ToRefusal("webhook-data-invalid");
    }

    private static bool IsId(string id, int longest) => id.Length > 0 && id.Length <= longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
