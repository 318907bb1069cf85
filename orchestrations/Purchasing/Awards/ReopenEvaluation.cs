using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Opens the points of a lot that was put back to evaluation, should whoever put it back have been cut off before.</summary>
public sealed class ReopenEvaluation(RankingDesk desk, TimeProvider clock)
{
    [Function(nameof(ReopenEvaluation))]
    public Task RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken) =>
        desk.ReopenAsync(input.RoundId, input.LotId, new CommandContext(Actor.Platform(nameof(ReopenEvaluation)), clock.Now()), cancellationToken);
}
