namespace Samkjop.Tests.Host.Storage;

public enum ThingStepKind
{
    Create,
    Replace,
    Delete,
    Find,
    List,
    ListAcross,
}

/// <summary>One call of a store, drawn at random.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Partition">Of the document, or of the list.</param>
/// <param name="Id">Of the document.</param>
/// <param name="Mark">To be written, or to be listed by.</param>
/// <param name="Prefix">To be listed by.</param>
/// <param name="PageSize">Of the list.</param>
/// <param name="Descending">Of the list.</param>
/// <param name="Stale">Whether the write comes with an ETag that is no longer right.</param>
public sealed record ThingStep(ThingStepKind Kind, string Partition, string Id, string? Mark, string? Prefix, int PageSize, bool Descending, bool Stale);
