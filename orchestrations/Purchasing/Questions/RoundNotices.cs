using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Leaves what all invited suppliers are to be told while they bid and have not been told yet. Called after each change and by the sweep, so that a
/// process that dies in between leaves nobody untold.
/// </summary>
public sealed class RoundNotices(IDocumentStore store)
{
    /// <summary>Tells what is missing; nothing in a round that takes no bids.</summary>
    public async Task TellAsync(string roundId, CancellationToken cancellationToken)
    {
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        if (round.Phase is not (RoundPhase.Bidding or RoundPhase.AwaitingOpening))
        {
            return;
        }

        var due = Notices.Of(round, await store.EveryAsync<Question>(roundId, Question.IdPrefix, cancellationToken)).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var told = await store.EveryAsync<OutboundMessage>(roundId, Notices.IdPrefix, cancellationToken);
        foreach (var message in due.ExceptBy(told.Select(m => m.MessageId), m => m.MessageId, StringComparer.Ordinal))
        {
            await store.TellAsync(message, cancellationToken);
        }
    }
}
