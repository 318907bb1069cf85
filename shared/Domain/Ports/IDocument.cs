namespace Samkjop.Ports;

/// <summary>
/// A document of the store. The adapter writes <c>kind</c>, <c>schemaVersion</c> and <c>mark</c> beside the record's own properties;
/// the record itself carries its id and the property that its container is partitioned by.
/// </summary>
public interface IDocument
{
    /// <summary>The container that holds documents of this kind: one of <see cref="Containers"/>.</summary>
    static abstract string Container { get; }

    /// <summary>The kind as persisted. Wire format: never changed once released.</summary>
    static abstract string Kind { get; }

    /// <summary>The newest schema version this code writes; a document with a higher one is refused, not damaged.</summary>
    static abstract int SchemaVersion { get; }

    /// <summary>Unique within its partition; letters, digits, '-', '_' and '.', at most 200 characters.</summary>
    string Id { get; }

    /// <summary>The value of the container's partition property.</summary>
    string PartitionKey { get; }

    /// <summary>
    /// The one indexed word by which documents of a kind are found across partitions, such as <c>pending</c>; null when none applies.
    /// </summary>
    string? Mark { get; }
}
