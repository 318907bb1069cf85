using Microsoft.Azure.Functions.Worker;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Leaves one message per invited supplier, each created once. Needs that officers had left out can no longer come back, and go on to a next round that is open already.
/// </summary>
public sealed class AnnounceInvitation(IDocumentStore store, NeedCarrier carrier, TimeProvider clock)
{
    [Function(nameof(AnnounceInvitation))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        foreach (var supplierId in round.Invitation?.InvitedSupplierIds ?? [])
        {
            await store.TellAsync(InvitationMessage.To(supplierId, round), cancellationToken);
        }

        var now = clock.Now();
        await foreach (var need in store.AllAsync<Need>(roundId, "need-", cancellationToken))
        {
            await carrier.CarryOnAsync(need.Document, round, now, cancellationToken);
        }
    }
}
