using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Functions.Purchasing.Evidence;

internal static class EvidenceLookup
{
    /// <summary>What the proposed winner of a lot has been asked for; null when nothing is proposed or was asked for.</summary>
    public static async Task<WinnerEvidence?> EvidenceOfAsync(this IDocumentStore store, string roundId, string lotId, CancellationToken cancellationToken) =>
        await store.FindAsync<Lot>(roundId, lotId, cancellationToken) is { Document.Proposal: { } proposal }
            ? (await store.FindAsync<WinnerEvidence>(roundId, WinnerEvidence.IdOf(lotId, proposal.BidId), cancellationToken))?.Document
            : null;
}
