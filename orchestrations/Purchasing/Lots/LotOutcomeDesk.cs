using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Carries out what was decided of lots without a valid bid: needs that are tried again wait for the next round, and every agency of the lot is told. Called after the
/// decision and before the round closes, so that a process that dies in between leaves nothing undone; repeating it changes nothing.
/// </summary>
public sealed class LotOutcomeDesk(IDocumentStore store, Aggregates aggregates, NeedCarrier carrier)
{
    /// <summary>Carries out the outcomes of the lots; those without one cost nothing.</summary>
    public async Task CarryOutAsync(Round round, IEnumerable<Lot> lots, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lots);
        foreach (var lot in lots)
        {
            if (lot.Outcome is not { } outcome)
            {
                continue;
            }

            foreach (var line in outcome.Kind is LotOutcomeKind.Rerun ? lot.Content.Lines : [])
            {
                await DeferAsync(round, lot, outcome, line.NeedId, now, cancellationToken);
            }

            foreach (var agencyId in lot.Content.Lines.Select(line => line.AgencyId).Distinct(StringComparer.Ordinal))
            {
                await store.TellAsync(LotOutcomeMessage.To(agencyId, lot), cancellationToken);
            }
        }
    }

    private async Task DeferAsync(Round round, Lot lot, LotOutcome outcome, string needId, Instant now, CancellationToken cancellationToken)
    {
        var command = new CommandContext(Actor.Platform(nameof(LotOutcomeDesk)), now);
        var deferred = await aggregates.DecideAsync<Need>(
            round.RoundId, needId, command, need => NeedLocking.TryAgain(need, lot.LotId, outcome.NextRoundId), cancellationToken);
        await carrier.CarryOnAsync(deferred.Required(), round, now, cancellationToken);
    }
}
