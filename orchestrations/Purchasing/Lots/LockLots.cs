using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Enters the formed lots in the round, which then awaits its invitation; a round without lots closes, and every agency is told why.</summary>
public sealed class LockLots(Aggregates aggregates, IDocumentStore store, TimeProvider clock)
{
    [Function(nameof(LockLots))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var lots = (await store.LotsAsync(roundId, cancellationToken)).OrderBy(NumberOf).ToList();
        var now = clock.Now();
        var command = new CommandContext(Actor.Platform(nameof(LockLots)), now);
        var outcome = await aggregates.DecideAsync<Round>(roundId, "round", command, round => NeedsClosing.Lock(round, lots, now), cancellationToken);
        if (outcome.Required() is { Closing.Reason: not null } empty)
        {
            await TellEverybodyAsync(empty, cancellationToken);
        }
    }

    private async Task TellEverybodyAsync(Round empty, CancellationToken cancellationToken)
    {
        await foreach (var agency in store.AgenciesOfAsync(empty.CallOff, cancellationToken))
        {
            await store.TellAsync(EmptyRoundMessage.To(agency.Document.AgencyId, empty), cancellationToken);
        }
    }

    /// <summary>lot-10 comes after lot-9, not after lot-1.</summary>
    private static int NumberOf(Lot lot) => int.Parse(lot.LotId.AsSpan("lot-".Length), System.Globalization.CultureInfo.InvariantCulture);
}
