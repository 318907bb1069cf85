using System.Security.Cryptography;

namespace Samkjop.Host.Storage;

/// <summary>Content that has been received and flushed to the disk, and is no blob yet.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record IncomingFile(string Path, long Size, string Sha256)
{
    private const int ChunkBytes = 128 * 1024;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <exception cref="BlobTooLargeException">There is more than <paramref name="maxBytes"/>; nothing is kept.</exception>
    public static async Task<IncomingFile> ReceiveAsync(Stream content, string folder, long maxBytes, bool flushToDisk, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(folder, Guid.CreateVersion7().ToString("N"));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var size = 0L;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous))
            {
                var chunk = new byte[ChunkBytes];
                int read;
                while ((read = await content.ReadAsync(chunk, cancellationToken)) > 0)
                {
                    size += read;
                    if (size > maxBytes)
                    {
                        throw new BlobTooLargeException(maxBytes);
                    }

                    hash.AppendData(chunk, 0, read);
                    await file.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
                }

                file.Flush(flushToDisk);
            }

            return new IncomingFile(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public void Discard() => File.Delete(Path);
}
