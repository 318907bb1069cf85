using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Samkjop.Suppliers.Webhooks;

/// <summary>
/// Signatures of Standard Webhooks 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>, the body as raw bytes. Verifying and parsing are apart: a body is parsed only
/// after <see cref="WebhookVerdict.Accepted"/>. Whether an id was seen before is the inbox's question, not this one's.
/// </summary>
public static class WebhookSignature
{
    private const string Version = "v1";
    private const int DigestBytes = 32;

    /// <summary>How far a timestamp may lie from our clock, both ways, the bound included.</summary>
    public static Duration Tolerance { get; } = Duration.FromSeconds(300);

    /// <summary>
    /// Judges a webhook. Every v1 signature is compared with every active secret in constant time and without stopping at the first match. With no active secret
    /// nothing is accepted, signed or not.
    /// </summary>
    /// <param name="headers">As received.</param>
    /// <param name="rawBody">The bytes as received, before any parsing.</param>
    /// <param name="activeSecrets">Every secret active now (several during a rotation); read anew for each message, never cached.</param>
    /// <param name="now">Business time.</param>
    public static WebhookVerdict Verify(WebhookHeaders headers, ReadOnlySpan<byte> rawBody, IReadOnlyList<WebhookSecret> activeSecrets, Instant now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(activeSecrets);
        if (headers is not { Id.Length: > 0, Timestamp.Length: > 0 } || string.IsNullOrWhiteSpace(headers.Signature))
            return WebhookVerdict.MissingHeaders;
        if (headers.Id.Length > WebhookHeaders.LongestId || headers.Id.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return WebhookVerdict.MalformedId;
        if (Moment(headers.Timestamp) is not { } signedAt)
            return WebhookVerdict.MalformedTimestamp;
        if (now - signedAt > Tolerance)
            return WebhookVerdict.TooOld;
        if (signedAt - now > Tolerance)
            return WebhookVerdict.TooNew;
        if (activeSecrets.Count == 0)
            return WebhookVerdict.NoActiveSecret;
        return Match(headers.Signature, SignedContent(headers.Id, headers.Timestamp, rawBody), activeSecrets);
    }

    /// <summary>Signs a message that we send, with the headers to go with it. During a rotation give both secrets: the receiver accepts either.</summary>
    /// <param name="id">The message's id: 1–256 visible ASCII characters, the same for every retry.</param>
    /// <param name="signedAt">The time of this attempt; fractions of a second are cut off.</param>
    /// <param name="rawBody">The bytes that are sent.</param>
    /// <param name="secrets">At least one.</param>
    /// <exception cref="ArgumentException">The id is out of bounds, or there is no secret.</exception>
    public static WebhookHeaders Sign(string id, Instant signedAt, ReadOnlySpan<byte> rawBody, params IReadOnlyList<WebhookSecret> secrets)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(secrets);
        if (id.Length > WebhookHeaders.LongestId || id.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("The id of a webhook is 1 to 256 visible ASCII characters.", nameof(id));
        if (secrets.Count == 0)
            throw new ArgumentException("A webhook is signed with at least one secret.", nameof(secrets));
        var timestamp = signedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var content = SignedContent(id, timestamp, rawBody);
        return new(id, timestamp, string.Join(' ', secrets.Select(secret => $"{Version},{Convert.ToBase64String(secret.Sign(content))}")));
    }

    private static WebhookVerdict Match(string signatures, byte[] content, IReadOnlyList<WebhookSecret> secrets)
    {
        var ofOurVersion = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(signature => signature.StartsWith($"{Version},", StringComparison.Ordinal))
            .ToArray();
        if (ofOurVersion.Length == 0)
            return WebhookVerdict.UnsupportedSignatureVersion;
        var digests = ofOurVersion.Select(Digest).OfType<byte[]>().ToArray();
        if (digests.Length == 0)
            return WebhookVerdict.MalformedSignature;
        var matches = false;
        foreach (var secret in secrets)
        {
            var expected = secret.Sign(content);
            foreach (var digest in digests)
                matches |= CryptographicOperations.FixedTimeEquals(expected, digest);
        }

        return matches ? WebhookVerdict.Accepted : WebhookVerdict.NoMatchingSignature;
    }

    private static byte[]? Digest(string signature)
    {
        var bytes = new byte[DigestBytes];
        return Convert.TryFromBase64String(signature[(Version.Length + 1)..], bytes, out var length) && length == DigestBytes ? bytes : null;
    }

    // A sender that counts in milliseconds has 13 digits.
    private static Instant? Moment(string timestamp) =>
        timestamp.Length <= 12 && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;

    private static byte[] SignedContent(string id, string timestamp, ReadOnlySpan<byte> rawBody)
    {
        var prefix = Encoding.ASCII.GetBytes($"{id}.{timestamp}.");
        var content = new byte[prefix.Length + rawBody.Length];
        prefix.CopyTo(content, 0);
        rawBody.CopyTo(content.AsSpan(prefix.Length));
        return content;
    }
}
