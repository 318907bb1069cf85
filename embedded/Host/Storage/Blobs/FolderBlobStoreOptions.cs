using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>Where blobs lie and how uploads reach them.</summary>
public sealed record FolderBlobStoreOptions
{
    /// <summary>The folder of all blobs; created when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>The address at which this process takes uploads; asked for with each ticket, since a port may be known only after the start.</summary>
    public required Func<Uri> Address { get; init; }

    /// <summary>The size that tickets state, in bytes.</summary>
    public long MaxUploadBytes { get; init; } = BlobContainers.MaxUploadBytes;

    /// <summary>What the store refuses to take at all, in bytes: far above what counts, so that a larger upload gets its receipt.</summary>
    public long HardMaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>False: content survives the death of the process, not that of the machine.</summary>
    public bool FlushToDisk { get; init; } = true;
}
