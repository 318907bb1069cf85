using NodaTime;
using Samkjop.Decisions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>Tells officers before bids lapse, in rounds that are evaluated or awarded. Each message is created once, so repeating tells nobody twice.</summary>
public sealed class ValidityReminding(IDocumentStore store)
{
    /// <summary>Leaves the messages that are due.</summary>
    public async Task RemindDueAsync(Instant now, CancellationToken cancellationToken)
    {
        foreach (var mark in (string[])[Marks.Open, Marks.Pending])
        {
            await foreach (var stored in store.AllAcrossAsync<Round>(mark, cancellationToken))
            {
                var round = stored.Document;
                foreach (var lot in round.Phase is RoundPhase.Evaluating or RoundPhase.Awarding ? await store.LotsAsync(round.RoundId, cancellationToken) : [])
                {
                    if (ValidityMessage.About(round, lot, now) is { } message)
                    {
                        await store.TellAsync(message, cancellationToken);
                    }
                }
            }
        }
    }
}
