using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Pins every approved need of a round at its approved version and defers the others to the next round, telling their agencies. Each need is
/// one write of its own, so a need that its agency changes at the same moment is decided once, on what it is then.
/// </summary>
public sealed class PinNeeds(Aggregates aggregates, IDocumentStore store, NeedCarrier carrier, TimeProvider clock)
{
    [Function(nameof(PinNeeds))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var setting = await store.FindNeedSettingAsync(roundId, now, cancellationToken)
            ?? throw new InvalidOperationException($"There is no round '{roundId}'.");
        if (setting.Round.Phase is not RoundPhase.Consolidating)
        {
            return;
        }

        var command = new CommandContext(Actor.Platform(nameof(PinNeeds)), now);
        await foreach (var need in store.AllAsync<Need>(roundId, "need-", cancellationToken))
        {
            var outcome = await aggregates.DecideAsync<Need>(roundId, need.Document.NeedId, command, n => NeedLocking.Lock(setting, n), cancellationToken);
            if (outcome.Required() is { State: NeedState.Deferred } deferred)
            {
                await store.TellAsync(DeferralMessage.About(deferred, now), cancellationToken);
                await carrier.CarryOnAsync(deferred, setting.Round, now, cancellationToken);
            }
        }
    }
}
