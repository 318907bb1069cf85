using System.Globalization;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Host.Storage;

/// <summary>A document as it lies in the table.</summary>
internal sealed record DocumentRow(
    string Container, string Partition, string Id, string Kind, string? Mark, int SchemaVersion, long? ExpiresAt, byte[] Body, long Now)
{
    private const int Never = -1;

    /// <exception cref="ArgumentException">The id or the partition key cannot be stored.</exception>
    public static DocumentRow Of<T>(T document, long now)
        where T : class, IDocument
    {
        DocumentKeys.Require(document);
        return new DocumentRow(
            T.Container, document.PartitionKey, document.Id, T.Kind, document.Mark, T.SchemaVersion, ExpiryOf(document, now), DocumentJson.Write(document), now);
    }

    public static string ETag(long seq) => seq.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The commit that an ETag names; one that never was for anything that is no ETag of this store.</summary>
    public static long Sequence(string etag) => long.TryParse(etag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seq) ? seq : -1;

    private static long? ExpiryOf<T>(T document, long now)
        where T : class, IDocument
    {
        if (Containers.All.First(c => c.Name == T.Container).TimeToLive is not { } byDefault)
        {
            return null;
        }

        var seconds = document is IExpiringDocument { Ttl: var own } ? own : byDefault < TimeSpan.MaxValue ? (long)byDefault.TotalSeconds : Never;
        return seconds == Never ? null : now + (seconds * 1000);
    }
}
