using System.Text.Json;
using NodaTime.Text;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Host.Storage;

/// <summary>
/// What Event Grid puts on a storage queue when a blob has been created (event type Microsoft.Storage.BlobCreated, Event Grid schema), so that the
/// same function registers uploads on both hosts.
/// </summary>
internal static class BlobCreatedEvent
{
    public static string Of(BlobProperties blob, string contentType, Uri url)
    {
        var eTag = ETagOf(blob);
        return JsonSerializer.Serialize(
            new
            {
                topic = "/embedded/Microsoft.Storage/storageAccounts/local",
                subject = $"/blobServices/default/containers/{blob.Container}/blobs/{blob.Name}",
                eventType = "Microsoft.Storage.BlobCreated",
                eventTime = InstantPattern.ExtendedIso.Format(blob.CommittedAt),
                id = CanonicalJson.Sha256(new { blob.Container, blob.Name })[..32],
                data = new
                {
                    api = "PutBlob",
                    eTag,
                    contentType,
                    contentLength = blob.Size,
                    blobType = UploadContract.BlobType,
                    url = url.GetLeftPart(UriPartial.Path),
                    sequencer = blob.CommittedAt.ToUnixTimeTicks().ToString("X32"),
                },
                dataVersion = "",
                metadataVersion = "1",
            },
            SamkjopJson.Options);
    }

    public static string ETagOf(BlobProperties blob) => $"0x{blob.CommittedAt.ToUnixTimeTicks():X}";
}
