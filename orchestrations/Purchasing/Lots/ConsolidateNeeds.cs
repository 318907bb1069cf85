using Microsoft.DurableTask;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>The phase in which approved needs become lots.</summary>
public static class ConsolidateNeeds
{
    /// <summary>Pins the approved needs and defers the others, forms lots of them, and locks the lots.</summary>
    public static async Task ConsolidateNeedsAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        await context.CallActivityAsync(nameof(PinNeeds), round.RoundId, ReadRoundExtensions.Patiently);
        await context.CallActivityAsync(nameof(FormLots), round.RoundId, ReadRoundExtensions.Patiently);
        await context.CallActivityAsync(nameof(LockLots), round.RoundId, ReadRoundExtensions.Patiently);
    }
}
