using System.Collections.Immutable;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Which versions of a round's documents a caller reads, once it may know of the round: those who run rounds every one; the municipality's other people the
/// current ones until the invitation; and from then on they and the invited suppliers what was released, with its corrections.
/// </summary>
public static class TenderDocumentAccess
{
    /// <summary>The documents with the versions that the caller reads, oldest first; documents of which it reads nothing are left out.</summary>
    public static ImmutableArray<TenderDocument> VisibleTo(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.SupplierId is null && RoundAccess.RunsRounds(round, caller))
        {
            return round.Documents;
        }

        return round.Invitation is { } invitation
            ? [.. TenderDocuments.Held(round).Select(document => document with { Versions = ReleasedOf(document, invitation) }).Where(document => !document.Versions.IsEmpty)]
            : caller.SupplierId is null
                ? [.. TenderDocuments.Held(round).Select(document => document with { Versions = [document.Current] })]
                : [];
    }

    private static ImmutableArray<TenderDocumentVersion> ReleasedOf(TenderDocument document, Invitation invitation)
    {
        var released = invitation.Documents.FirstOrDefault(pinned => pinned.DocumentId == document.DocumentId)?.Version;
        return [.. document.Versions.Where(version => version.Number >= released || version.Correction is not null)];
    }
}
