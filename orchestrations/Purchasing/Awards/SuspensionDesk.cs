using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Complaints;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Brings a lot's list of suspensions to what its complaints say. Called after every change of a complaint, and before anything is signed, so that a change cut
/// off in between is made up for before it matters.
/// </summary>
public sealed class SuspensionDesk(IDocumentStore store, Aggregates aggregates)
{
    public async Task<Lot> SettleAsync(string roundId, string lotId, Instant now, CancellationToken cancellationToken)
    {
        var complaints = await store.EveryAsync<Complaint>(roundId, Complaint.IdPrefix, cancellationToken);
        var settled = await aggregates.DecideAsync<Lot>(
            roundId, lotId, new CommandContext(Actor.Platform(nameof(SuspensionDesk)), now), lot => Suspensions.Settle(lot, complaints), cancellationToken);
        return settled.Required();
    }
}
