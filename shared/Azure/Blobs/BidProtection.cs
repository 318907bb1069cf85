using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Samkjop.Ports;

namespace Samkjop.Azure.Blobs;

/// <summary>
/// Whether the container of bids keeps what it has received, as far as the data plane tells: an immutability policy, and versions of what might be
/// overwritten all the same. infra-bicep sets both; this finds an account that was made, or changed, by hand.
/// </summary>
/// <param name="client">The account's client.</param>
public sealed class BidProtection(BlobServiceClient client)
{
    /// <summary>What is lacking, in sentences; empty when nothing is.</summary>
    /// <exception cref="StoreUnavailableException">The container cannot be looked at.</exception>
    public async Task<IReadOnlyList<string>> FindLacksAsync(CancellationToken cancellationToken = default)
    {
        var container = client.GetBlobContainerClient(BlobContainers.Bids);
        var properties = (await AzureFaults.GuardAsync(AzureBlobStore.Service, () => container.GetPropertiesAsync(cancellationToken: cancellationToken), cancellationToken)).Value;
        if (properties.HasImmutableStorageWithVersioning)
        {
            return [];
        }

        var lacks = new List<string>();
        if (properties.HasImmutabilityPolicy is not true)
        {
            lacks.Add($"The container '{BlobContainers.Bids}' has no immutability policy: bids could be deleted or overwritten. Deploy infra-bicep, or set a time-based retention policy on it.");
        }

        if (await AzureFaults.GuardAsync(AzureBlobStore.Service, () => NewestWithoutVersionAsync(container, cancellationToken), cancellationToken))
        {
            lacks.Add($"Blobs of the container '{BlobContainers.Bids}' carry no version: the account keeps nothing of what is overwritten. Deploy infra-bicep, or turn blob versioning on.");
        }

        return lacks;
    }

    // Versioning is a setting of the account, which the data plane shows only by what it writes; an empty container shows nothing.
    private static async Task<bool> NewestWithoutVersionAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        BlobItem? newest = null;
        await foreach (var page in container.GetBlobsAsync(new GetBlobsOptions { States = BlobStates.Version }, cancellationToken).AsPages(pageSizeHint: 1000))
        {
            newest = page.Values.Append(newest).MaxBy(blob => blob?.Properties.CreatedOn);
            break;
        }

        return newest is { VersionId: null };
    }
}
