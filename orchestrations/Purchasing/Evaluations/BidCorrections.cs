using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Lets the sheets of bids follow what was corrected of them, so that whoever reads a sheet reads what counts. Repeating it changes nothing.</summary>
public sealed class BidCorrections(Aggregates aggregates)
{
    /// <summary>Goes through the evaluations; those without corrections cost nothing.</summary>
    public async Task FollowAsync(string roundId, IEnumerable<Evaluation> evaluations, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        var command = new CommandContext(Actor.Platform(nameof(BidCorrections)), now);
        foreach (var evaluation in evaluations.Where(evaluation => !evaluation.Corrections.IsEmpty))
        {
            var followed = await aggregates.DecideAsync<Bid>(
                roundId, evaluation.BidId, command, bid => SheetCorrections.Follow(bid, evaluation), cancellationToken);
            _ = followed.Required();
        }
    }
}
