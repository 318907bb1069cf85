using System.Security.Cryptography;
using Samkjop.Ports;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Hashes for stores that keep none.</summary>
internal static class BlobHashes
{
    /// <summary>SHA-256 of a blob as a stream of bytes that nobody interprets, lower-case hexadecimal.</summary>
    public static async Task<string> HashAsync(this IBlobStore blobs, BlobProperties blob, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenReadAsync(blob.Container, blob.Name, cancellationToken);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
