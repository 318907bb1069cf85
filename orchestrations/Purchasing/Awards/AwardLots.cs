using Microsoft.DurableTask;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which each lot goes its own way from ranking to orders.</summary>
public static class AwardLots
{
    /// <summary>
    /// Awards every lot that has a ranking, side by side, and tells the bidders of those that ended without an award; when all have come to their orders,
    /// deliveries begin.
    /// </summary>
    public static async Task AwardLotsAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        await context.TellOfLotsWithoutAwardAsync(round);
        await Task.WhenAll(round.OpenLotIds.Select(lotId => context.CallSubOrchestratorAsync<LotPhase>(
            nameof(AwardLot), new AwardLot.Input(round.RoundId, lotId), new SubOrchestrationOptions(instanceId: Lot.InstanceId(round.RoundId, lotId)))));
        await context.CallActivityAsync(nameof(BeginDeliveries), round.RoundId, ReadRoundExtensions.Patiently);
    }

    /// <summary>Sends the letters of lots whose bids were all rejected; those that were sent are not sent again.</summary>
    internal static Task TellOfLotsWithoutAwardAsync(this TaskOrchestrationContext context, RoundProgress round) => Task.WhenAll(
        round.UntoldLotIds.Select(lotId =>
            context.CallActivityAsync(nameof(SendAwardLetters), new LotRef(round.RoundId, lotId), ReadRoundExtensions.Patiently)));
}
