using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Suppliers;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Looks in the register whether those who have bid were still admitted at closing, and notes on the bid where one was not.</summary>
public sealed class BidMemberships(IDocumentStore store, Aggregates aggregates)
{
    /// <summary>Goes through the open bids. Repeating it finds the same, and a closing that was moved is looked at anew.</summary>
    /// <param name="round">The round.</param>
    /// <param name="closes">The closing.</param>
    /// <param name="bids">Its bids.</param>
    /// <param name="now">The orchestration's time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task LookAsync(Round round, Instant closes, IEnumerable<Bid> bids, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(bids);
        var command = new CommandContext(Actor.Platform(nameof(BidMemberships)), now);
        foreach (var bid in bids.Where(bid => bid.State is BidState.Open))
        {
            // A supplier that the register knows nothing of was entered nowhere, so nothing about it has changed.
            if (await store.FindAsync<Supplier>(bid.SupplierId, "supplier", cancellationToken) is not { Document: var supplier })
            {
                continue;
            }

            var look = new LookAtMembership(Memberships.FlagOf(supplier, round.PurchasingSystemId, closes, now));
            if (look.Flag is not null || bid.Membership is not null)
            {
                var looked = await aggregates.DecideAsync<Bid>(round.RoundId, bid.BidId, command, b => Memberships.Look(b, look), cancellationToken);
                _ = looked.Required();
            }
        }
    }
}
