namespace Samkjop.Host.Storage;

/// <summary>What an upload must send, the same as on Azure.</summary>
public static class UploadContract
{
    /// <summary>The header that Azure asks for with Put Blob.</summary>
    public const string BlobTypeHeader = "x-ms-blob-type";

    /// <summary>The only type that is taken.</summary>
    public const string BlobType = "BlockBlob";

    /// <summary>Headers that must be sent.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { [BlobTypeHeader] = BlobType }.AsReadOnly();
}
