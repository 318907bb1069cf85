using Samkjop.Decisions;

namespace Samkjop.Suppliers.Inbox;

/// <summary>Why a webhook is refused after its signature was accepted, or a webhook secret is not made.</summary>
public static class InboxRefusals
{
    /// <summary>Answered 400, unlike others of its kind.</summary>
    public const string MalformedCode = "malformed-json";

    public static Refusal Malformed(string path, Text fault) => new(
        RefusalKind.Invalid,
        MalformedCode,
        new Text(
            $"Meldingen kan ikke leses. {fault.No} Ingenting er lagret; rett feilen og send den på nytt med samme webhook-id.",
            $"The message cannot be read. {fault.En} Nothing was stored; mend it and send it again with the same webhook-id."),
        new Dictionary<string, string>(StringComparer.Ordinal) { [path] = fault.En });

    public static Refusal IdReused(string webhookId) => Refusal.Conflict(
        "webhook-id-reused",
        $"webhook-id '{webhookId}' er alt mottatt med et annet innhold, som står ved lag. Ingenting er endret; gi hver melding sin egen id, og send den uendret ved nye forsøk.",
        $"webhook-id '{webhookId}' was received before with another body, which stands. Nothing was changed; give each message an id of its own, and send it unchanged when you try again.");

    public static Refusal UnknownOrder(string roundId, string orderId) => Refusal.NotFound(
        "unknown-order",
        $"Leverandøren har ingen bestilling '{orderId}' i runde '{roundId}'. Ingenting er endret; kontroller roundId og orderId, og send en ny melding.",
        $"The supplier has no order '{orderId}' in round '{roundId}'. Nothing was changed; check roundId and orderId, and send a new message.");

    public static Refusal SecretRetired() => Refusal.Conflict(
        "webhook-secret-retired",
        "Hemmeligheten som denne Idempotency-Key laget, er trukket tilbake og tas ikke i bruk igjen. Ingenting er endret; bruk en ny nøkkel for en ny hemmelighet.",
        "The secret that this Idempotency-Key made has been retired and does not come back. Nothing was changed; use a new key for a new secret.");

    public static Refusal TooManySecrets() => Refusal.Conflict(
        "too-many-webhook-secrets",
        $"Leverandøren har alt {WebhookSecrets.MaxActive} aktive hemmeligheter. Ingen ny er laget; trekk tilbake en som ikke er i bruk, og prøv igjen.",
        $"The supplier already has {WebhookSecrets.MaxActive} active secrets. None was made; retire one that is not in use, and try again.");
}
