using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Orders the options whose loans were granted since; those that were ordered before stand.</summary>
public sealed class OrderGrantedOptions(OptionOrders options, TimeProvider clock)
{
    [Function(nameof(OrderGrantedOptions))]
    public Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken) =>
        options.PlaceAsync(roundId, new CommandContext(Actor.Platform(nameof(OrderGrantedOptions)), clock.Now()), cancellationToken);
}
