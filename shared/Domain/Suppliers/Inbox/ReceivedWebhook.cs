using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Samkjop.Ports;

namespace Samkjop.Suppliers.Inbox;

/// <summary>
/// A signed message from a supplier's system, stored before it is answered. One per supplier and <c>webhook-id</c>: a repeated one is answered as the
/// first was and applied once. Kept 30 days.
/// </summary>
public sealed record ReceivedWebhook : IExpiringDocument
{
    /// <summary>How long an id is remembered.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(30);

    public static string Container => Containers.Suppliers;

    public static string Kind => "receivedWebhook";

    public static int SchemaVersion => 1;

    public required string SupplierId { get; init; }

    /// <summary>As the header <c>webhook-id</c> says.</summary>
    public required string WebhookId { get; init; }

    public required Instant ReceivedAt { get; init; }

    /// <summary>As the body says, such as <c>order.delivered</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Hash of the body: a known id with another body is refused. Lower-case hexadecimal.</summary>
    public required string BodySha256 { get; init; }

    /// <summary>What it reports; null when the type is unknown.</summary>
    public OrderReport? Report { get; init; }

    public required WebhookState State { get; init; }

    /// <summary>Code of the refusal; null unless <see cref="WebhookState.Refused"/>.</summary>
    public string? Code { get; init; }

    /// <summary>What became of it, in words; null while it waits.</summary>
    public Text? Outcome { get; init; }

    /// <summary>Seconds until the store deletes it.</summary>
    public int Ttl { get; init; } = (int)KeptFor.TotalSeconds;

    public string Id => IdOf(WebhookId);

    public string PartitionKey => SupplierId;

    public string? Mark => State is WebhookState.Pending ? Decisions.Marks.Pending : null;

    /// <summary>A document id for any webhook id: <c>webhook-</c> and 40 hexadecimal digits of its hash.</summary>
    public static string IdOf(string webhookId) =>
        $"webhook-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(webhookId)))[..40]}";
}

public enum WebhookState
{
    /// <summary>Stored; not yet applied.</summary>
    Pending,

    /// <summary>Applied to its order.</summary>
    Applied,

    /// <summary>Its order would not take it; nothing was changed.</summary>
    Refused,

    /// <summary>A type that this version does not know; nothing was changed.</summary>
    UnknownType,
}
