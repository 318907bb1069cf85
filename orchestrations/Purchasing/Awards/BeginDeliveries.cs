using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Lets the round follow its orders once every lot has come to them; before that, changes nothing.</summary>
public sealed class BeginDeliveries(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    [Function(nameof(BeginDeliveries))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var lots = await store.LotsAsync(roundId, cancellationToken);
        var command = new CommandContext(Actor.Platform(nameof(BeginDeliveries)), clock.Now());
        await aggregates.DecideAsync<Round>(roundId, "round", command, round => RoundEnding.BeginDeliveries(round, lots), cancellationToken);
    }
}
