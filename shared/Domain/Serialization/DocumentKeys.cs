using System.Buffers;
using System.Text;
using Samkjop.Ports;

namespace Samkjop.Serialization;

/// <summary>What may be an id and a partition key, in every store: what Cosmos DB can address too.</summary>
public static class DocumentKeys
{
    private const int MaxIdLength = 200;

    /// <summary>In UTF-8; the limit of Cosmos DB's partition keys.</summary>
    private const int MaxPartitionKeyBytes = 2048;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Whether a document can stand there; where none can, none is found.</summary>
    public static bool CanBe(string? partitionKey, string? id) => CanBePartition(partitionKey) && CanBeId(id);

    /// <summary>Whether documents can stand under a partition key: 1–2048 bytes.</summary>
    public static bool CanBePartition(string? partitionKey) =>
        partitionKey is { Length: > 0 and <= MaxPartitionKeyBytes } && Encoding.UTF8.GetByteCount(partitionKey) <= MaxPartitionKeyBytes;

    /// <exception cref="ArgumentException">The id or the partition key cannot be stored.</exception>
    public static void Require<T>(T document)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!CanBe(document.PartitionKey, document.Id))
        {
            throw new ArgumentException(
                $"A {T.Kind} cannot be stored under '{document.PartitionKey}/{document.Id}'. Nothing was changed; a partition key has 1–{MaxPartitionKeyBytes} "
                + $"bytes, and an id has 1–{MaxIdLength} letters, digits, '-', '_' and '.', and is not '.' or '..'.",
                nameof(document));
        }
    }

    /// <summary>Dots alone would be resolved as a path by everything that sends the id in an address.</summary>
    private static bool CanBeId(string? id) =>
        id is { Length: >= 1 and <= MaxIdLength } and not "." and not ".." && !id.AsSpan().ContainsAnyExcept(IdCharacters);
}
