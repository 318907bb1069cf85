using NodaTime;
using Samkjop.Suppliers.Inbox;
using Samkjop.Suppliers.Webhooks;

namespace Samkjop.Functions.Suppliers.Webhooks;

/// <summary>The answer to a webhook that was taken; the same however often it comes.</summary>
/// <param name="WebhookId">As received.</param>
/// <param name="ReceivedAt">When it first came.</param>
public sealed record WebhookReceipt(string WebhookId, Instant ReceivedAt);

/// <summary>Problem types of webhooks that are not accepted, one per verdict.</summary>
internal static class WebhookProblems
{
    public static string CodeOf(WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.MissingHeaders => "webhook-not-signed",
        WebhookVerdict.MalformedId => "webhook-id-malformed",
        WebhookVerdict.MalformedTimestamp => "webhook-timestamp-malformed",
        WebhookVerdict.TooOld => "webhook-expired",
        WebhookVerdict.TooNew => "webhook-from-the-future",
        WebhookVerdict.NoActiveSecret => "webhook-no-active-secret",
        WebhookVerdict.UnsupportedSignatureVersion => "webhook-signature-version",
        WebhookVerdict.MalformedSignature => "webhook-signature-malformed",
        WebhookVerdict.NoMatchingSignature => "webhook-signature-wrong",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a refusing verdict."),
    };
}

/// <summary>What became of a webhook, in words.</summary>
internal static class WebhookOutcomes
{
    public static Text Applied { get; } = new("Ført på bestillingen.", "Recorded on the order.");

    public static Text UnknownType(string type) => new(
        $"Typen «{type}» er ikke kjent her. Meldingen er lagret, og ingenting er endret.",
        $"The type \"{type}\" is not known here. The message is stored, and nothing was changed.");
}

/// <summary>What stands on the queue: which webhook, as <c>{supplierId}/{id}</c>.</summary>
internal static class InboxMessage
{
    public static string Of(ReceivedWebhook webhook) => $"{webhook.SupplierId}/{webhook.Id}";

    /// <exception cref="FormatException">It is no such message.</exception>
    public static (string SupplierId, string Id) Parse(string message) => message.Split('/') is [var supplierId, var id]
        ? (supplierId, id)
        : throw new FormatException("A message of the webhook inbox is {supplierId}/{id}.");
}
