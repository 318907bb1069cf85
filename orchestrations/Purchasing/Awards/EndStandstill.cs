using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Lets a contract be signed once its standstill is over by the business clock and no complaint keeps it from being signed; else changes nothing.</summary>
public sealed class EndStandstill(Aggregates aggregates, SuspensionDesk suspensions, TimeProvider clock)
{
    [Function(nameof(EndStandstill))]
    public async Task RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var command = new CommandContext(Actor.Platform(nameof(EndStandstill)), now);
        await suspensions.SettleAsync(input.RoundId, input.LotId, now, cancellationToken);
        await aggregates.DecideAsync<Lot>(input.RoundId, input.LotId, command, lot => ContractDecisions.EndStandstill(lot, now), cancellationToken);
    }
}
