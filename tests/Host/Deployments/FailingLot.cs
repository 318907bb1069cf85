using Microsoft.DurableTask;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Deployments;

/// <summary>A fake: the lot's orchestrator as a release would have it that added a step without a gate, for one lot.</summary>
internal sealed class FailingLot(string lotId) : TaskOrchestrator<AwardLot.Input, LotPhase>
{
    /// <summary>Puts it in the place of the present one.</summary>
    public static Dictionary<string, Func<ITaskOrchestrator>> In(string lotId) => new(StringComparer.Ordinal) { [nameof(AwardLot)] = () => new FailingLot(lotId) };

    public override async Task<LotPhase> RunAsync(TaskOrchestrationContext context, AwardLot.Input input)
    {
        if (input.LotId == lotId)
        {
            await context.CallActivityAsync(nameof(AnnounceInvitation), input.RoundId);
        }

        return await AwardLot.RunAsync(context, input);
    }
}
