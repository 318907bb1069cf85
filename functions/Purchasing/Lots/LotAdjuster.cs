using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>Carries out adjustments of lots: decided on the round in one write, then brought to every document.</summary>
public sealed class LotAdjuster(IDocumentStore store, Aggregates aggregates, LotArranger arranger, RefusedAttempts attempts)
{
    /// <summary>Makes an adjustment.</summary>
    /// <exception cref="ProblemException">Refused.</exception>
    public async Task<Stored<Round>> AdjustAsync(FunctionContext context, string roundId, AdjustLots command, string? ifMatch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var outcome = await DecideAsync(context, roundId, command, ifMatch, cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "lot-adjustments", outcome, cancellationToken);
        await arranger.ArrangeAsync(roundId, command.Now, cancellationToken);
        return stored;
    }

    /// <summary>
    /// Follows up a loan's answer in lots that are locked: a need whose loan was granted is bought in any case, one whose loan was refused waits. Where that
    /// cannot be done, since it is the only need, the option stands and is not ordered.
    /// </summary>
    public async Task FollowLoanAsync(FunctionContext context, string roundId, Need need, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(need);
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        if (round.Phase is not RoundPhase.AwaitingInvitation || need is not { State: NeedState.Pinned, IsOption: true, LoanAnswer: { } answer })
        {
            return;
        }

        var command = new AdjustLots(
            answer.Granted ? LotAdjustmentKind.Confirm : LotAdjustmentKind.Defer, [need.NeedId], null, null, null, null,
            answer.Granted ? $"Lånet er innvilget: {answer.Reason}" : $"Lånet er avslått: {answer.Reason}", CloseRound: false, context.Caller(), context.Arrived());
        if (await DecideAsync(context, roundId, command, ifMatch: null, cancellationToken) is Outcome<Round>.Accepted)
        {
            await arranger.ArrangeAsync(roundId, command.Now, cancellationToken);
        }
    }

    /// <summary>The lots as consolidation proposed them; nothing is kept anew for reading.</summary>
    public async Task<IReadOnlyList<ConsolidatedLot>> ReadProposalAsync(Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.LotAdjustments.IsEmpty
            ? [.. (await store.LotsAsync(round.RoundId, cancellationToken)).Select(lot => lot.Content)]
            : await arranger.ProposalAsync(round, cancellationToken);
    }

    private async Task<Outcome<Round>> DecideAsync(FunctionContext context, string roundId, AdjustLots command, string? ifMatch, CancellationToken cancellationToken)
    {
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var system = await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken)
            ?? throw new InvalidOperationException($"Round '{roundId}' names the purchasing system '{round.PurchasingSystemId}', which is not registered. Register it again.");
        IReadOnlyList<ConsolidatedLot> proposed = round.Phase is RoundPhase.AwaitingInvitation ? await arranger.ProposalAsync(round, cancellationToken) : [];
        return await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(ifMatch), current => LotAdjusting.Adjust(current, system.Document, proposed, command), cancellationToken);
    }
}
