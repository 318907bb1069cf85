using NodaTime;

namespace Samkjop.Ports;

/// <summary>
/// Documents as blobs. A blob is created once and never changed; its receipt time is when the store committed it.
/// Two adapters, a folder and Azure Blob Storage, pass one contract suite.
/// </summary>
public interface IBlobStore
{
    /// <summary>Issues a short-lived URL with which one blob can be created, once, by whoever holds it.</summary>
    Task<UploadTicket> IssueUploadAsync(string container, string name, Duration validFor, CancellationToken cancellationToken = default);

    /// <summary>Properties of one blob; null when there is none.</summary>
    Task<BlobProperties?> FindAsync(string container, string name, CancellationToken cancellationToken = default);

    /// <summary>
    /// Blobs whose name begins with <paramref name="prefix"/>, by name (ordinal). Whoever lists at an instant sees every blob committed before it.
    /// </summary>
    IAsyncEnumerable<BlobProperties> ListAsync(string container, string prefix, CancellationToken cancellationToken = default);

    /// <summary>The content. Reading bids goes through the opening only, never through this port from a function.</summary>
    /// <exception cref="BlobMissingException">There is no such blob.</exception>
    Task<Stream> OpenReadAsync(string container, string name, CancellationToken cancellationToken = default);

    /// <summary>Creates a blob from the app itself (protocols, letters).</summary>
    /// <exception cref="BlobExistsException">The name is taken; nothing is changed.</exception>
    Task<BlobProperties> CreateAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default);
}

/// <param name="Method">HTTP method of the upload: PUT.</param>
/// <param name="Url">Absolute URL; a secret until it expires.</param>
/// <param name="Headers">Headers that must be sent.</param>
/// <param name="MaxBytes">Larger uploads get a refusal receipt.</param>
/// <param name="ExpiresAt">The URL creates nothing from this instant on.</param>
public sealed record UploadTicket(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, long MaxBytes, Instant ExpiresAt);

/// <param name="Container">The blob container.</param>
/// <param name="Name">Path within the container.</param>
/// <param name="Size">Bytes.</param>
/// <param name="CommittedAt">When the store committed it (UTC).</param>
/// <param name="Sha256">Lower-case hexadecimal; null where the store has not computed it.</param>
public sealed record BlobProperties(string Container, string Name, long Size, Instant CommittedAt, string? Sha256);

/// <summary>The blob containers.</summary>
public static class BlobContainers
{
    /// <summary>
    /// The size that tickets state, in bytes; whoever allows less says so with <c>ticket with { MaxBytes = … }</c>. An upload URL cannot cap sizes, so the
    /// store takes what comes and the registration answers a larger one with a refusal receipt.
    /// </summary>
    public const long MaxUploadBytes = 10L * 1024 * 1024;

    /// <summary>Bid documents: <c>{roundId}/{supplierId}/{bidId}/{documentId}</c>.</summary>
    public const string Bids = "bids";

    /// <summary>Protocols and letters: <c>{roundId}/{name}</c>.</summary>
    public const string Records = "records";
}

/// <summary>There is no such blob.</summary>
public sealed class BlobMissingException(string container, string name) : StoreException($"There is no blob '{name}' in '{container}'.");

/// <summary>The name is taken.</summary>
public sealed class BlobExistsException(string container, string name) : StoreException($"A blob '{name}' already exists in '{container}'. Nothing was changed.");
