using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reads where a round is: what every orchestrator does after a nudge or a timer.</summary>
public sealed class ReadRound(IDocumentStore store)
{
    [Function(nameof(ReadRound))]
    public async Task<RoundProgress> RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var document = await store.RequiredRoundAsync(roundId, cancellationToken);
        var lots = await store.LotsAsync(roundId, cancellationToken);
        return new RoundProgress(
            document.RoundId, document.Phase, document.Needs.LotsLockAt, document.Invitation?.Window.Closes, document.LotIds,
            [.. lots.Where(lot => IsOpen(lot, lots, document.Phase)).Select(lot => lot.LotId)],
            [.. lots.SelectMany(lot => lot.OrderIds)],
            [.. lots.Where(lot => lot is { Phase: LotPhase.WithoutBids, Letters: null }).Select(lot => lot.LotId)],
            BidOpening.IsApproved(document))
        {
            UndecidedLotIds = [.. lots.Where(LotOutcomes.IsAwaited).Select(lot => lot.LotId)],
        };
    }

    private static bool IsOpen(Lot lot, IReadOnlyList<Lot> all, RoundPhase phase) => phase switch
    {
        RoundPhase.Evaluating => lot.Phase is LotPhase.Consolidated || LotOutcomes.HoldsEvaluation(lot, all),
        RoundPhase.Awarding => lot.Phase is not (LotPhase.WithoutBids or LotPhase.Delivering or LotPhase.Ended),
        RoundPhase.Delivering => lot.Phase is LotPhase.Delivering,
        _ => false,
    };
}

/// <summary>Reading a round from an orchestrator.</summary>
public static class ReadRoundExtensions
{
    /// <summary>
    /// Retries of an activity that meets a fault of the store: soon at first, then every ten minutes for a day, which is longer than the stores have been
    /// gone at a time. Meanwhile the round is told as stuck.
    /// </summary>
    public static TaskOptions Patiently { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 150, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));

    public static Task<RoundProgress> ReadRoundAsync(this TaskOrchestrationContext context, string roundId) =>
        context.CallActivityAsync<RoundProgress>(nameof(ReadRound), roundId, Patiently);
}
