using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>Registers uploads whose message was lost, hourly, in rounds whose bids are still sealed.</summary>
public sealed class ReconcileBidUploads(IDocumentStore store, BidUploads uploads)
{
    [Function(nameof(ReconcileBidUploads))]
    public async Task RunAsync([TimerTrigger("0 13 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var mark in (string[])[Marks.Open, Marks.Pending])
        {
            await foreach (var round in store.AllAcrossAsync<Round>(mark, cancellationToken))
            {
                if (round.Document.Phase is RoundPhase.Bidding or RoundPhase.AwaitingOpening)
                {
                    await uploads.ReconcileAsync(round.Document.RoundId, cancellationToken);
                }
            }
        }
    }
}
