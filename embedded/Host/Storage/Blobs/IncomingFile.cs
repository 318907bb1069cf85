using System.Security.Cryptography;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>Content that has been received and flushed to the disk, and is no blob yet.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record IncomingFile(string Path, long Size, string Sha256)
{
    private const int ChunkBytes = 128 * 1024;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <exception cref="StoreUnavailableException">The folder cannot be written; nothing is kept.</exception>
    /// <exception cref="BlobTooLargeException">There is more than <paramref name="maxBytes"/>; nothing is kept.</exception>
    public static async Task<IncomingFile> ReceiveAsync(Stream content, string folder, long maxBytes, bool flushToDisk, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(folder, Guid.CreateVersion7().ToString("N"));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var size = 0L;
            await using (var file = OnDisk(() => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0)))
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
                    OnDisk(() => file.Write(chunk, 0, read));
                }

                OnDisk(() => file.Flush(flushToDisk));
            }

            return new IncomingFile(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            Discard(path);
            throw;
        }
    }

    public void Discard() => Discard(Path);

    /// <summary>What cannot be deleted now is deleted at the next start.</summary>
    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to tell.
        }
    }

    private static void OnDisk(Action act) => OnDisk(() =>
    {
        act();
        return true;
    });

    /// <summary>Tells faults of our disk from those of the sender's connection, which are also exceptions of input and output.</summary>
    private static T OnDisk<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The blob store cannot be written; is the disk full? Nothing was kept; try again when there is room.", exception);
        }
    }
}
