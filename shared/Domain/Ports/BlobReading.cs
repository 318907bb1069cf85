using System.Security.Cryptography;

namespace Samkjop.Ports;

/// <summary>Reading blobs whole.</summary>
public static class BlobReading
{
    /// <summary>The content as bytes; for documents whose size is bounded.</summary>
    /// <exception cref="BlobMissingException">There is no such blob.</exception>
    public static async Task<byte[]> ReadAllAsync(this IBlobStore blobs, string container, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        await using var content = await blobs.OpenReadAsync(container, name, cancellationToken);
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    /// <summary>The blob's SHA-256 in lower-case hexadecimal: the store's, or computed over bytes that nobody interprets where it keeps none.</summary>
    /// <exception cref="BlobMissingException">There is no such blob.</exception>
    public static async Task<string> Sha256Async(this IBlobStore blobs, BlobProperties blob, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(blob);
        if (blob.Sha256 is { } kept)
        {
            return kept;
        }

        await using var content = await blobs.OpenReadAsync(blob.Container, blob.Name, cancellationToken);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
