using System.Buffers.Text;
using System.Text;
using Samkjop.Ports;

namespace Samkjop.Serialization;

/// <summary>
/// Where a page of a list ended. A continuation is a position and nothing of the store's own, so it stays good when the store is moved, split or
/// restored, and tells its holder nothing but what the page told.
/// </summary>
/// <param name="PartitionKey">The partition of the last document of the page.</param>
/// <param name="Id">Its id.</param>
public sealed record DocumentPosition(string PartitionKey, string Id)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The continuation to give out.</summary>
    public string ToContinuation() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id}\n{PartitionKey}"));

    /// <summary>Reads a continuation; null for null, which is the first page.</summary>
    /// <exception cref="InvalidContinuationException">It is none of ours.</exception>
    public static DocumentPosition? Of(string? continuation)
    {
        if (continuation is null)
        {
            return null;
        }

        try
        {
            var text = Strict.GetString(Base64Url.DecodeFromChars(continuation));
            var cut = text.IndexOf('\n', StringComparison.Ordinal);
            return cut > 0 && DocumentKeys.CanBe(text[(cut + 1)..], text[..cut])
                ? new DocumentPosition(text[(cut + 1)..], text[..cut])
                : throw new FormatException("It names no document.");
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new InvalidContinuationException(exception);
        }
    }
}
