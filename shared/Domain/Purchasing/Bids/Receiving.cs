using System.Collections.Immutable;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>
/// Gives receipts for what the store has committed. The outcome depends on what was announced and when the store committed it, never on
/// the order or number of messages that told about it.
/// </summary>
public static class Receiving
{
    /// <summary>
    /// Registers one upload; a receipt that was given stands, but for one that said late when the window has been extended beyond the upload since:
    /// it is given anew.
    /// </summary>
    public static Decision<Bid> Register(Round round, Bid bid, RegisterUpload command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        if (bid.Documents.FirstOrDefault(d => d.DocumentId == command.DocumentId) is not { } document)
        {
            return BidRefusals.UnknownDocument(command.DocumentId);
        }

        var receipt = new BidReceipt(command.CommittedAt, command.Size, command.Sha256, Judge(round, document, command));
        if (document.Receipt is { } given && (given.Verdict is not ReceiptVerdict.Late || receipt.Verdict is ReceiptVerdict.Late))
        {
            return Decision.Unchanged(bid);
        }

        return Decision.Accept(
            bid with { Documents = Replaced(bid.Documents.Replace(document, document with { Receipt = receipt })) },
            new BidDocumentReceived(bid.BidId, document.DocumentId, receipt));
    }

    private static ReceiptVerdict Judge(Round round, BidDocument document, RegisterUpload upload)
    {
        // What the closing manifest does not hold is late, whatever its time says.
        if (round.Manifest is not null || round.Invitation is not { Window: var window } || upload.CommittedAt >= window.Closes)
        {
            return ReceiptVerdict.Late;
        }

        if (upload.Size > BidLimits.MaxBytes(document.Purpose))
        {
            return ReceiptVerdict.TooLarge;
        }

        return document.WithdrawnAt <= upload.CommittedAt ? ReceiptVerdict.Withdrawn : ReceiptVerdict.Accepted;
    }

    /// <summary>Of documents that say the same thing, the one announced last among those received takes the others' place.</summary>
    private static ImmutableArray<BidDocument> Replaced(ImmutableArray<BidDocument> documents) =>
        [.. documents.Select((document, index) => document with
        {
            ReplacedBy = documents
                .Skip(index + 1)
                .LastOrDefault(later => Counts(later) && Counts(document) && later.TakesThePlaceOf(document))?.DocumentId ?? document.ReplacedBy,
        })];

    private static bool Counts(BidDocument document) =>
        document.Receipt is { Verdict: ReceiptVerdict.Accepted } && document.WithdrawnAt is null;
}
