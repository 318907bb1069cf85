using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which each lot goes its own way from ranking to orders.</summary>
public static class AwardLots
{
    /// <summary>Awards every lot that has a ranking, side by side; when all have come to their orders, deliveries begin.</summary>
    public static async Task AwardLotsAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        await Task.WhenAll(round.OpenLotIds.Select(lotId => context.CallSubOrchestratorAsync<LotPhase>(
            nameof(AwardLot), new AwardLot.Input(round.RoundId, lotId), new SubOrchestrationOptions(instanceId: Lot.InstanceId(round.RoundId, lotId)))));
        await context.CallActivityAsync(nameof(BeginDeliveries), round.RoundId, ReadRoundExtensions.Patiently);
    }
}
