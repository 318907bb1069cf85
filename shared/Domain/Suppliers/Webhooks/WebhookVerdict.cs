namespace Samkjop.Suppliers.Webhooks;

/// <summary>What became of a webhook's signature. Only <see cref="Accepted"/> lets the body be parsed. Names are wire format.</summary>
public enum WebhookVerdict
{
    /// <summary>Signed with an active secret, in time.</summary>
    Accepted,

    /// <summary>One of the three headers is missing or empty.</summary>
    MissingHeaders,

    /// <summary>The id is longer than 256 characters or holds others than visible ASCII.</summary>
    MalformedId,

    /// <summary>The timestamp is no whole number of seconds.</summary>
    MalformedTimestamp,

    /// <summary>Signed more than 300 s ago.</summary>
    TooOld,

    /// <summary>Signed more than 300 s ahead of our clock.</summary>
    TooNew,

    /// <summary>The endpoint has no active secret, so nothing can be accepted.</summary>
    NoActiveSecret,

    /// <summary>No signature has a version that we read (<c>v1</c>).</summary>
    UnsupportedSignatureVersion,

    /// <summary>Signatures of version <c>v1</c> are there, but none is 32 bytes of base64.</summary>
    MalformedSignature,

    /// <summary>No signature fits id, timestamp, body and any active secret.</summary>
    NoMatchingSignature,
}

/// <summary>Texts of <see cref="WebhookVerdict"/>.</summary>
public static class WebhookVerdicts
{
    /// <summary>What happened and what the sender should fix. Says nothing of the secrets or of what the signature should have been.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no verdict.</exception>
    public static Text Explanation(this WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.Accepted => new("Signaturen er godkjent.", "The signature is accepted."),
        WebhookVerdict.MissingHeaders => Refused(
            "minst én av headerne webhook-id, webhook-timestamp og webhook-signature mangler. Send alle tre; usignerte meldinger tas aldri imot",
            "at least one of the headers webhook-id, webhook-timestamp and webhook-signature is missing. Send all three; unsigned messages are never accepted"),
        WebhookVerdict.MalformedId => Refused(
            "webhook-id skal være 1 til 256 synlige ASCII-tegn",
            "webhook-id must be 1 to 256 visible ASCII characters"),
        WebhookVerdict.MalformedTimestamp => Refused(
            "webhook-timestamp skal være hele sekunder siden 1970 (UTC), bare sifre, ikke millisekunder",
            "webhook-timestamp must be whole seconds since 1970 (UTC), digits only, not milliseconds"),
        WebhookVerdict.TooOld => Refused(
            "den ble signert for mer enn 300 sekunder siden. Signer på nytt ved hvert forsøk, og still klokken",
            "it was signed more than 300 seconds ago. Sign again at every attempt, and set the clock"),
        WebhookVerdict.TooNew => Refused(
            "tidsstempelet ligger mer enn 300 sekunder frem i tid. Still klokken på avsenderens maskin",
            "the timestamp lies more than 300 seconds ahead. Set the clock of the sending machine"),
        WebhookVerdict.NoActiveSecret => Refused(
            "leverandøren har ingen aktiv hemmelighet. La en av leverandørens brukere lage en; til da kan hendelser føres for hånd",
            "the supplier has no active secret. Let one of the supplier's users make one; until then events can be entered by hand"),
        WebhookVerdict.UnsupportedSignatureVersion => Refused(
            "ingen signatur har versjon v1. Signer med HMAC-SHA256 etter Standard Webhooks 1.0.0",
            "no signature has version v1. Sign with HMAC-SHA256 by Standard Webhooks 1.0.0"),
        WebhookVerdict.MalformedSignature => Refused(
            "signaturen er ikke «v1,» og base64 av 32 byte. Flere signaturer skilles med mellomrom",
            "the signature is not \"v1,\" and base64 of 32 bytes. Several signatures are separated by spaces"),
        WebhookVerdict.NoMatchingSignature => Refused(
            "ingen signatur stemmer. Signer «id.timestamp.kropp» over de samme bytene som sendes, med en hemmelighet som fortsatt er aktiv",
            "no signature matches. Sign \"id.timestamp.body\" over the very bytes that are sent, with a secret that is still active"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict."),
    };

    private static Text Refused(string no, string en) => new($"Meldingen er avvist: {no}. Ingenting er endret.", $"The message was refused: {en}. Nothing was changed.");
}
