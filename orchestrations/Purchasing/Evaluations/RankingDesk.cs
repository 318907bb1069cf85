using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Fixes the ranking of a lot so that it follows from the points as stored: first a look whether it can be fixed, then the points are
/// locked one bid at a time, then the lot is ranked from what is locked. Cut off in between, the same request finishes it.
/// </summary>
public sealed class RankingDesk(IDocumentStore store, Aggregates aggregates)
{
    /// <summary>Ranks the lot, or says why not; then the points are as open as before.</summary>
    public async Task<Outcome<Lot>> FixAsync(Round round, string lotId, RankLot rank, CommandContext command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        var lot = await store.FindAsync<Lot>(round.RoundId, lotId, cancellationToken);
        if (lot is null)
        {
            return new Outcome<Lot>.Refused(Refusals.NotFound(Lot.Kind, lotId));
        }

        var before = await store.EvaluationsAsync(round.RoundId, lotId, cancellationToken);
        var carriedOut = command.RequestId is { } request && lot.Document.Ledger.HasCarriedOut(request);
        if (!carriedOut && Rankings.Rank(round, lot.Document, before, rank) is Decision<Lot>.Refused refused)
        {
            return new Outcome<Lot>.Refused(refused.Refusal);
        }

        var unconditionally = command with { RequestId = null, IfMatch = null };
        await EachAsync(before, unconditionally, evaluation => Points.Lock(evaluation, command.Now), cancellationToken);
        var locked = await store.EvaluationsAsync(round.RoundId, lotId, cancellationToken);
        var outcome = await aggregates.DecideAsync<Lot>(round.RoundId, lotId, command, l => Rankings.Rank(round, l, locked, rank), cancellationToken);
        if (outcome is Outcome<Lot>.Refused && await IsStillOpenAsync(round.RoundId, lotId, cancellationToken))
        {
            await EachAsync(locked, unconditionally, Points.Unlock, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Opens the points of a lot that was put back to evaluation; of any other, changes nothing.</summary>
    public async Task ReopenAsync(string roundId, string lotId, CommandContext command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (await store.FindAsync<Lot>(roundId, lotId, cancellationToken) is { Document: var lot } && Reevaluations.BegunAt(lot) is { } begunAt)
        {
            var evaluations = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
            await EachAsync(evaluations, command with { RequestId = null, IfMatch = null }, evaluation => Reevaluations.Reopen(evaluation, begunAt), cancellationToken);
        }
    }

    private async Task EachAsync(
        IEnumerable<Evaluation> evaluations, CommandContext command, Func<Evaluation, Decision<Evaluation>> decide, CancellationToken cancellationToken)
    {
        foreach (var evaluation in evaluations.Where(evaluation => evaluation.IsAdmissible))
        {
            var outcome = await aggregates.DecideAsync(evaluation.RoundId, evaluation.Id, command, decide, cancellationToken);
            _ = outcome.Required();
        }
    }

    private async Task<bool> IsStillOpenAsync(string roundId, string lotId, CancellationToken cancellationToken) =>
        await store.FindAsync<Lot>(roundId, lotId, cancellationToken) is { Document.Phase: LotPhase.Consolidated };
}
