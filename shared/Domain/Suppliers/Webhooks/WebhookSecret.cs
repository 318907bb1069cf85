using System.Diagnostics;
using System.Security.Cryptography;

namespace Samkjop.Suppliers.Webhooks;

/// <summary>
/// A shared secret of a webhook endpoint: <c>whsec_</c> and base64 of 24–64 bytes (Standard Webhooks 1.0.0, "Signature scheme").
/// It never shows itself: neither <see cref="ToString"/> nor a debugger's view gives the bytes away.
/// </summary>
[DebuggerDisplay("whsec_(hidden)")]
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>Fewest bytes.</summary>
    public const int ShortestKey = 24;

    /// <summary>Most bytes.</summary>
    public const int LongestKey = 64;

    /// <summary>Reads a secret; what is wrong with it is said without repeating it.</summary>
    public static WebhookSecretResult Parse(string? text)
    {
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new WebhookSecretResult.Malformed(new(
                "Hemmeligheten begynner ikke med «whsec_». Kopier hele verdien på nytt fra der den ble laget.",
                "The secret does not begin with \"whsec_\". Copy the whole value again from where it was made."));
        }

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length))
        {
            return new WebhookSecretResult.Malformed(new(
                "Hemmeligheten er ikke gyldig base64 etter «whsec_». Kopier hele verdien på nytt, uten linjeskift.",
                "The secret is not valid base64 after \"whsec_\". Copy the whole value again, without line breaks."));
        }

        return length is < ShortestKey or > LongestKey
            ? new WebhookSecretResult.Malformed(new(
                $"Hemmeligheten er {length} byte; den skal være {ShortestKey} til {LongestKey}. Lag en ny.",
                $"The secret has {length} bytes; it must have {ShortestKey} to {LongestKey}. Make a new one."))
            : new WebhookSecretResult.Parsed(new(bytes[..length]));
    }

    /// <summary>A secret of given bytes, as a source of randomness gave them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 24 or more than 64 bytes.</exception>
    public static WebhookSecret FromKey(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, ShortestKey, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, LongestKey, nameof(key));
        return new(key.ToArray());
    }

    /// <summary>The secret as text, to be stored in a vault or shown once to its owner.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_key);

    /// <inheritdoc/>
    public override string ToString() => "whsec_(hidden)";

    internal byte[] Sign(ReadOnlySpan<byte> signedContent) => HMACSHA256.HashData(_key, signedContent);
}

/// <summary>What came out of reading a secret.</summary>
public abstract record WebhookSecretResult
{
    private WebhookSecretResult()
    {
    }

    /// <summary>A secret.</summary>
    public sealed record Parsed(WebhookSecret Secret) : WebhookSecretResult;

    /// <summary>No secret; the text says what to do and never repeats the input.</summary>
    public sealed record Malformed(Text Detail) : WebhookSecretResult;
}
