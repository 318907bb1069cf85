using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Brings needs that one round left into the next as drafts, and tells their agencies. The draft is written first, under an id that the need gives, and the earlier round
/// notes it last: what is cut short is taken up again, and nothing is brought twice.
/// </summary>
public sealed class NeedCarrier(IDocumentStore store, Aggregates aggregates)
{
    /// <summary>Brings everything that waits for a round into it.</summary>
    public async Task CarryIntoAsync(Round into, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(into);
        await foreach (var from in store.AllAcrossAsync<Round>(cancellationToken: cancellationToken))
        {
            if (from.Document.PurchasingSystemId != into.PurchasingSystemId || from.Document.RoundId == into.RoundId)
            {
                continue;
            }

            await foreach (var need in store.AllAsync<Need>(from.Document.RoundId, "need-", cancellationToken))
            {
                await CarryAsync(need.Document, from.Document, into, now, cancellationToken);
            }
        }
    }

    /// <summary>Brings one deferred need into its next round where that takes needs already; else its opening does.</summary>
    public async Task CarryOnAsync(Need need, Round from, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(need);
        if (need.Deferral?.NextRoundId is { } next
            && await store.FindAsync<Round>(next, "round", cancellationToken) is { Document: var into } && NeedGate.IsOpen(into, now))
        {
            await CarryAsync(need, from, into, now, cancellationToken);
        }
    }

    private async Task CarryAsync(Need need, Round from, Round into, Instant now, CancellationToken cancellationToken)
    {
        if (!NeedCarrying.IsDue(need, from, into))
        {
            return;
        }

        var by = Actor.Platform(nameof(NeedCarrier));
        var command = new CommandContext(by, now);
        var draft = (await aggregates.CreateAsync(
            into.RoundId, NeedCarrying.DraftIdOf(need), command with { RequestId = $"carry.{need.RoundId}" }, () => NeedCarrying.Draft(need, into, by, now), cancellationToken)).Required();
        await store.TellAsync(CarriedMessage.About(draft, into, now), cancellationToken);
        var taken = await aggregates.DecideAsync<Need>(need.RoundId, need.NeedId, command, current => NeedCarrying.TakeOver(current, draft), cancellationToken);
        _ = taken.Required();
    }
}
