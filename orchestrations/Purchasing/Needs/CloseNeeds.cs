using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Stops taking needs in a round. Repeating it changes nothing; before the time of locking it changes nothing either.</summary>
public sealed class CloseNeeds(Aggregates aggregates)
{
    /// <param name="RoundId">The round.</param>
    /// <param name="Now">The orchestration's time, so that another machine's clock does not decide otherwise.</param>
    public sealed record Input(string RoundId, Instant Now);

    [Function(nameof(CloseNeeds))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new CommandContext(Actor.Platform(nameof(CloseNeeds)), input.Now);
        var outcome = await aggregates.DecideAsync<Round>(input.RoundId, "round", command, round => NeedsClosing.Close(round, input.Now), cancellationToken);
        _ = outcome.Required();
    }
}
