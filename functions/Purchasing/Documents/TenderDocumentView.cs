using System.Collections.Immutable;
using NodaTime;
using Samkjop.Functions.Purchasing.Plans;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Documents;

/// <summary>A tender document as the caller reads it.</summary>
/// <param name="KindName">The kind in words.</param>
/// <param name="Current">The version that holds.</param>
/// <param name="Versions">Every version that the caller reads, oldest first.</param>
/// <param name="Removed">When it was taken out before the invitation; for those who run rounds.</param>
public sealed record TenderDocumentView(
    string DocumentId, TenderDocumentKind Kind, Text KindName, TenderVersionView Current, ImmutableArray<TenderVersionView> Versions, MomentView? Removed)
{
    internal static TenderDocumentView Of(Round round, TenderDocument document, Caller caller)
    {
        var runs = caller.SupplierId is null && RoundAccess.RunsRounds(round, caller);
        ImmutableArray<TenderVersionView> versions = [.. document.Versions.Select(version => TenderVersionView.Of(round, document, version, runs))];
        return new TenderDocumentView(
            document.DocumentId, document.Kind, TenderDocumentRefusals.NameOf(document.Kind), versions[^1], versions,
            document.RemovedAt is { } removed ? MomentView.Of(removed) : null);
    }
}

/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
/// <param name="Released">Whether the invitation released it, or it was told to all invited as a correction.</param>
/// <param name="Correction">Why it was entered after the invitation.</param>
/// <param name="By">Who entered it: for those who run rounds.</param>
/// <param name="Href">Where the file is.</param>
/// <param name="Proposal">For those who run rounds: the extension that a late correction proposes, while the window leaves too little time.</param>
public sealed record TenderVersionView(
    int Number, Text Title, string FileName, long Size, string Sha256, MomentView At, bool Released, Text? Correction, string? By, string Href, ExtensionProposal? Proposal)
{
    internal static TenderVersionView Of(Round round, TenderDocument document, TenderDocumentVersion version, bool runs) => new(
        version.Number, version.Title, version.FileName, version.Size, version.Sha256, MomentView.Of(version.At),
        version.Correction is not null || round.Invitation?.Documents.Any(p => p.DocumentId == document.DocumentId && p.Version == version.Number) is true,
        version.Correction,
        runs ? version.By : null,
        $"/api/rounds/{round.RoundId}/documents/{document.DocumentId}/versions/{version.Number}",
        runs && version.Correction is not null && round.Phase is RoundPhase.Bidding
            ? ExtensionProposals.After(round, version.At, Rules.RuleTable.Norwegian)
            : null);
}
