using Microsoft.Azure.Functions.Worker;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Leaves one message per invited supplier, each created once.</summary>
public sealed class AnnounceInvitation(IDocumentStore store)
{
    [Function(nameof(AnnounceInvitation))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        foreach (var supplierId in round.Invitation?.InvitedSupplierIds ?? [])
        {
            await store.TellAsync(InvitationMessage.To(supplierId, round), cancellationToken);
        }
    }
}
