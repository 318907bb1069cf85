using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using NodaTime;
using Samkjop.Ports;
using Properties = Samkjop.Ports.BlobProperties;

namespace Samkjop.Azure.Blobs;

/// <summary>
/// Blobs in Azure Blob Storage.
/// <para>
/// A blob's receipt time is its creation time as the service tells it, cut to whole seconds: unlike Last-Modified, no later write of metadata or
/// properties moves it. Nobody can overwrite: uploads may only create, the app creates under If-None-Match, and the container keeps versions under
/// an immutability policy. The cut never favours anybody at a deadline on a whole second: what was committed before it stays before it.
/// </para>
/// <para>
/// Listing is strongly consistent: every blob committed before the request is in it. The order is Azure's, by name; for names of ASCII, as ours are, it
/// is ordinal. The account must not have a hierarchical namespace, which sorts '/' first.
/// </para>
/// <para>
/// The store keeps no SHA-256: metadata can be sent with an upload by whoever holds its URL and proves nothing. Who needs the hash computes it
/// (<see cref="BlobReading.Sha256Async"/>).
/// </para>
/// </summary>
/// <param name="client">The account's client, with retries bounded.</param>
/// <param name="keys">Sign upload URLs.</param>
/// <param name="clock">The storage's time: expiry of uploads. The machine's in production; a rehearsal gives storage and app the same one.</param>
public sealed class AzureBlobStore(BlobServiceClient client, UserDelegationKeys keys, TimeProvider clock) : IBlobStore
{
    internal const string Service = "Blob Storage";

    /// <summary>Longest life of an upload URL.</summary>
    public static readonly Duration LongestUpload = Duration.FromHours(1);

    private static readonly IReadOnlyDictionary<string, string> UploadHeaders =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob" }.AsReadOnly();

    // Azure honours a URL up to and including its expiry; a ticket creates nothing from its expiry on.
    private static readonly Duration ExpiryStep = Duration.FromSeconds(1);

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="validFor"/> is not positive, or more than <see cref="LongestUpload"/>.</exception>
    public async Task<UploadTicket> IssueUploadAsync(string container, string name, Duration validFor, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(validFor, ExpiryStep);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(validFor, LongestUpload);
        var blob = BlobOf(container, name);
        var expires = Instant.FromUnixTimeSeconds((Instant.FromDateTimeOffset(clock.GetUtcNow()) + validFor).ToUnixTimeSeconds());
        var sas = new BlobSasBuilder(BlobSasPermissions.Create, (expires - ExpiryStep).ToDateTimeOffset())
        {
            BlobContainerName = container,
            BlobName = name,
            Resource = "b",
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };

        // Only a client made of a connection string, which Development alone may have, signs by itself.
        var url = blob.CanGenerateSasUri
            ? blob.GenerateSasUri(sas)
            : await AzureFaults.GuardAsync(Service, async () => blob.GenerateUserDelegationSasUri(sas, await keys.GetAsync(sas.ExpiresOn, cancellationToken)), cancellationToken);
        return new UploadTicket("PUT", url, UploadHeaders, BlobContainers.MaxUploadBytes, expires);
    }

    /// <inheritdoc />
    public async Task<Properties?> FindAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        var blob = BlobOf(container, name);
        try
        {
            var found = (await AzureFaults.GuardAsync(Service, () => blob.GetPropertiesAsync(cancellationToken: cancellationToken), cancellationToken)).Value;
            return new Properties(container, name, found.ContentLength, Instant.FromDateTimeOffset(found.CreatedOn), Sha256: null);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Properties> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var listing = client.GetBlobContainerClient(container).GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken);
        await using var blobs = listing.GetAsyncEnumerator(cancellationToken);
        while (await AzureFaults.GuardAsync(Service, () => blobs.MoveNextAsync().AsTask(), cancellationToken))
        {
            var found = blobs.Current;
            yield return new Properties(
                container, found.Name, found.Properties.ContentLength ?? 0, Instant.FromDateTimeOffset(found.Properties.CreatedOn!.Value), Sha256: null);
        }
    }

    /// <inheritdoc />
    public async Task<Stream> OpenReadAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        var blob = BlobOf(container, name);
        try
        {
            var opened = await AzureFaults.GuardAsync(Service, () => blob.DownloadStreamingAsync(cancellationToken: cancellationToken), cancellationToken);
            return new GuardedStream(Service, opened.Value.Content);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new BlobMissingException(container, name);
        }
    }

    /// <inheritdoc />
    /// <remarks>When the answer to a creation was lost and the request repeated, <see cref="BlobExistsException"/> may tell of the caller's own blob.</remarks>
    public async Task<Properties> CreateAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default)
    {
        var blob = client.GetBlobContainerClient(container).GetBlockBlobClient(Checked(container, name));
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            var created = await AzureFaults.GuardAsync(Service, () => blob.UploadAsync(stream, options, cancellationToken), cancellationToken);
            return new Properties(container, name, content.Length, Instant.FromDateTimeOffset(created.Value.LastModified), Sha256: null);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            throw new BlobExistsException(container, name);
        }
    }

    private BlobClient BlobOf(string container, string name) => client.GetBlobContainerClient(container).GetBlobClient(Checked(container, name));

    private static string Checked(string container, string name)
    {
        BlobNames.Check(container, name);
        return name;
    }
}
