namespace Samkjop.Ports;

/// <summary>
/// A document that the store forgets by itself. Counts only in containers whose <see cref="ContainerDefinition.TimeToLive"/> is set; a document
/// there that is not of this sort lives for the container's default.
/// </summary>
public interface IExpiringDocument : IDocument
{
    /// <summary>From the last write until the store forgets it, in seconds; -1 for never.</summary>
    int Ttl { get; }
}
