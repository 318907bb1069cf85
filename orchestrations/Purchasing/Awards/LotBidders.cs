using System.Collections.Immutable;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;
using Samkjop.Suppliers;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Who bid for a lot.</summary>
public static class LotBidders
{
    /// <summary>Every bidder whose bid was opened for the lot, the rejected with why; by bid.</summary>
    public static async Task<ImmutableArray<LotBidder>> BiddersAsync(this IDocumentStore store, string roundId, string lotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var bidders = ImmutableArray.CreateBuilder<LotBidder>();
        await foreach (var stored in store.AllAsync<Evaluation>(roundId, Evaluation.PrefixOf(lotId), cancellationToken))
        {
            var evaluation = stored.Document;
            var supplier = await store.FindAsync<Supplier>(evaluation.SupplierId, "supplier", cancellationToken);
            bidders.Add(new LotBidder(
                evaluation.BidId, evaluation.SupplierId, supplier?.Document.Name ?? evaluation.SupplierId, [.. evaluation.RejectionReasons]));
        }

        return bidders.ToImmutable();
    }
}
