using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Lets a contract be signed once its standstill is over by the business clock; before that, changes nothing.</summary>
public sealed class EndStandstill(Aggregates aggregates, TimeProvider clock)
{
    [Function(nameof(EndStandstill))]
    public Task RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return aggregates.DecideAsync<Lot>(
            input.RoundId, input.LotId, new CommandContext(Actor.Platform(nameof(EndStandstill)), now),
            lot => ContractDecisions.EndStandstill(lot, now), cancellationToken);
    }
}
