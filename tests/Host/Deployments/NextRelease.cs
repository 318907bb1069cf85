using Microsoft.DurableTask;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Deployments;

/// <summary>
/// A fake: the round's orchestrator as a later release may have it, with a new first step in every phase from process version 2 on. The step is an
/// activity that may be repeated; all others are those of this release.
/// </summary>
/// <param name="known">The newest process version whose steps it knows.</param>
/// <param name="begins">The process version that it begins phases with.</param>
/// <param name="gated">Whether the new step stands behind the process version, as it must.</param>
internal sealed class NextRelease(int known, int begins, bool gated = true) : TaskOrchestrator<RunPurchaseRound.Input, RoundPhase>
{
    /// <summary>The first step of a phase from version 2 on, as an outline tells it.</summary>
    public const string NewStep = $"TaskScheduled {nameof(AnnounceInvitation)}";

    /// <summary>Puts releases in the place of the present one, in turns if there are several.</summary>
    public static Dictionary<string, Func<ITaskOrchestrator>> InTurns(params NextRelease[] releases)
    {
        var runs = 0;
        return new(StringComparer.Ordinal) { [nameof(RunPurchaseRound)] = () => releases[runs++ % releases.Length] };
    }

    public override async Task<RoundPhase> RunAsync(TaskOrchestrationContext context, RunPurchaseRound.Input input)
    {
        if (input.ProcessVersion > known)
        {
            context.ContinueAsNew(new RunPurchaseRound.Input(input.RoundId, begins));
            return default;
        }

        if (input.ProcessVersion > 1 || !gated)
        {
            await context.CallActivityAsync(nameof(AnnounceInvitation), input.RoundId);
        }

        var phase = await RunPurchaseRound.RunAsync(context, input with { ProcessVersion = 1 });
        if (phase is not RoundPhase.Closed)
        {
            context.ContinueAsNew(new RunPurchaseRound.Input(input.RoundId, begins));
        }

        return phase;
    }
}
