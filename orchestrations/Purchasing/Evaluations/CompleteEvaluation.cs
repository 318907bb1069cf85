using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Lets the round go on to its awards once no lot waits for a ranking, with every bid as it was corrected. Repeating it changes nothing.</summary>
public sealed class CompleteEvaluation(IDocumentStore store, Aggregates aggregates, BidCorrections corrections, TimeProvider clock)
{
    [Function(nameof(CompleteEvaluation))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var (lots, now) = (await store.LotsAsync(roundId, cancellationToken), clock.Now());
        await corrections.FollowAsync(roundId, await store.EveryAsync<Evaluation>(roundId, "evaluation-", cancellationToken), now, cancellationToken);

        var command = new CommandContext(Actor.Platform(nameof(CompleteEvaluation)), now);
        var outcome = await aggregates.DecideAsync<Round>(roundId, "round", command, round => Rankings.Complete(round, lots), cancellationToken);
        _ = outcome.Required();
    }
}
