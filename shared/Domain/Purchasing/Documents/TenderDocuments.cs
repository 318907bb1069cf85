using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>
/// Enters a round's documents. Until the invitation they change freely; from then until closing they are corrected with a reason that all invited are told at
/// once, and what was released stays readable. Criteria, weights, formula, tie-break and price basis are never corrected: they froze with the invitation.
/// </summary>
public static class TenderDocuments
{
    /// <summary>Most documents of a round, those taken out included.</summary>
    public const int MaxDocuments = 20;

    /// <summary>Most versions of all documents of a round together.</summary>
    public const int MaxVersions = 100;

    /// <summary>Enters a new document.</summary>
    public static Decision<Round> Add(Round round, AddTenderDocument command, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if ((Refuses(round, command.By, command.Now) ?? TenderDocumentRules.Check(round, command.File, command.Reason)) is { } refusal)
        {
            return refusal;
        }

        return round.Documents.Length >= MaxDocuments
            ? TenderDocumentRefusals.TooMany()
            : Entered(round, new TenderDocument(command.DocumentId, command.Kind, []), command.File, command.Reason, command.By, command.Now, rules);
    }

    /// <summary>Enters the next version of a document; the earlier ones are kept.</summary>
    public static Decision<Round> Revise(Round round, ReviseTenderDocument command, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if ((Refuses(round, command.By, command.Now) ?? TenderDocumentRules.Check(round, command.File, command.Reason)) is { } refusal)
        {
            return refusal;
        }

        if (Find(round, command.DocumentId) is not { RemovedAt: null } document)
        {
            return TenderDocumentRefusals.Unknown(command.DocumentId);
        }

        return IsSame(document.Current, command.File)
            ? Decision.Unchanged(round)
            : Entered(round, document, command.File, command.Reason, command.By, command.Now, rules);
    }

    /// <summary>Takes a document out; after the invitation it can only be corrected.</summary>
    public static Decision<Round> Remove(Round round, RemoveTenderDocument command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (Refuses(round, command.By, command.Now) is { } refusal)
        {
            return refusal;
        }

        return (Find(round, command.DocumentId), round.Invitation) switch
        {
            (null, _) => TenderDocumentRefusals.Unknown(command.DocumentId),
            ({ RemovedAt: not null }, _) => Decision.Unchanged(round),
            (_, not null) => TenderDocumentRefusals.Released(command.DocumentId),
            (var document, _) => Decision.Accept(
                round with { Documents = round.Documents.Replace(document, document with { RemovedAt = command.Now }) },
                new TenderDocumentRemoved(round.RoundId, document.DocumentId, document.Kind)),
        };
    }

    /// <summary>What an invitation releases: the current version of every document that was not taken out.</summary>
    public static ImmutableArray<PinnedDocument> Pinned(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return [.. Held(round).Select(document => new PinnedDocument(document.DocumentId, document.Kind, document.Current.Number, document.Current.Sha256))];
    }

    /// <summary>The kinds of which the round has no document; bidders would miss them.</summary>
    public static ImmutableArray<TenderDocumentKind> Missing(Round round, IEnumerable<TenderDocumentKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(kinds);
        return [.. kinds.Distinct().Except(Held(round).Select(document => document.Kind)).Order()];
    }

    /// <summary>Every correction that all invited are told of, oldest first.</summary>
    public static IEnumerable<(TenderDocument Document, TenderDocumentVersion Version)> Corrections(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Documents.SelectMany(document => document.Versions.Where(version => version.Correction is not null).Select(version => (document, version)))
            .OrderBy(correction => correction.version.At);
    }

    internal static Refusal? Refuses(Round round, Caller by, Instant now)
    {
        if (RoundAccess.MayActAs(round, by, Role.ProcurementOfficer, now) is { } refusal)
        {
            return refusal;
        }

        return Cancellations.Refuses(round) ?? round switch
        {
            { Phase: <= RoundPhase.AwaitingInvitation } => null,
            { Phase: RoundPhase.Bidding, Invitation: { } invitation } when now < invitation.Window.Closes => null,
            { Invitation: { } invitation } => TenderDocumentRefusals.Closed(invitation.Window.Closes),
            _ => BidRefusals.NoCompetition(),
        };
    }

    internal static TenderDocument? Find(Round round, string documentId) => round.Documents.FirstOrDefault(document => document.DocumentId == documentId);

    internal static IEnumerable<TenderDocument> Held(Round round) => round.Documents.Where(document => document.RemovedAt is null);

    private static Decision<Round> Entered(Round round, TenderDocument document, TenderFile file, Text? reason, Caller by, Instant now, RuleTable rules)
    {
        if (round.Documents.Sum(d => d.Versions.Length) >= MaxVersions)
        {
            return TenderDocumentRefusals.TooMany();
        }

        var correction = round.Invitation is null ? null : reason;
        var version = new TenderDocumentVersion(
            document.Versions.Length + 1, file.Title, FileNames.MadeSafe(file.FileName), file.Size, file.Sha256, file.Blob, now, by.Subject, correction);
        var entered = document with { Versions = document.Versions.Add(version) };
        var changed = round with { Documents = Find(round, document.DocumentId) is { } known ? round.Documents.Replace(known, entered) : round.Documents.Add(entered) };
        return correction is null
            ? Decision.Accept(changed, new TenderDocumentEntered(round.RoundId, document.DocumentId, document.Kind, version.Number, version.Sha256))
            : Decision.Accept(changed, new TenderDocumentCorrected(
                round.RoundId, document.DocumentId, document.Kind, version.Number, version.Sha256, correction, ExtensionProposals.After(round, now, rules)?.Closes));
    }

    private static bool IsSame(TenderDocumentVersion version, TenderFile file) =>
        (version.Sha256, version.Title, version.FileName) == (file.Sha256, file.Title, FileNames.MadeSafe(file.FileName));
}
