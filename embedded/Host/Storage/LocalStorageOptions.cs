namespace Samkjop.Host.Storage;

/// <summary>Where the local adapters of the ports keep their state.</summary>
public sealed record LocalStorageOptions
{
    /// <summary>Blobs lie in <c>blobs</c> below it, secrets in <c>secrets</c>; created when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>False: uploads survive the death of the process, not that of the machine.</summary>
    public bool FlushToDisk { get; init; } = true;
}
