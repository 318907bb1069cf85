using NodaTime;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>How much one bid can hold.</summary>
public static class BidLimits
{
    /// <summary>Documents ever announced in one bid, replaced and withdrawn ones included.</summary>
    public const int MaxDocuments = 200;

    /// <summary>Characters of a file name.</summary>
    public const int MaxFileName = 150;

    /// <summary>Bytes of a price and specification sheet: 1 MiB.</summary>
    public const long MaxSheetBytes = 1024 * 1024;

    /// <summary>Bytes of an attachment: 10 MiB.</summary>
    public const long MaxAttachmentBytes = BlobContainers.MaxUploadBytes;

    /// <summary>
    /// How long an upload address works. It may outlast the closing, so that a late upload gets a receipt that says why it is refused.
    /// </summary>
    public static Duration TicketLifetime { get; } = Duration.FromMinutes(30);

    /// <summary>Most bytes of a document; a larger upload gets a refusal receipt.</summary>
    public static long MaxBytes(BidDocumentPurpose purpose) => purpose is BidDocumentPurpose.Sheet ? MaxSheetBytes : MaxAttachmentBytes;
}
