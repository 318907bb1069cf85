using NodaTime;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reads what needs are decided against.</summary>
public static class NeedSettings
{
    /// <summary>The round with its purchasing system, and the next round where this one takes no needs; null when there is no such round.</summary>
    public static async Task<NeedSetting?> FindNeedSettingAsync(this IDocumentStore store, string roundId, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.FindAsync<Round>(roundId, "round", cancellationToken) is not { Document: var round })
        {
            return null;
        }

        var system = await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken)
            ?? throw new InvalidOperationException($"Round '{roundId}' names the purchasing system '{round.PurchasingSystemId}', which is not registered. Register it again.");
        var next = NeedGate.IsOpen(round, now) ? null : await NextAsync(store, round, now, cancellationToken);
        return new NeedSetting(round, system.Document, next);
    }

    private static async Task<PlannedRound?> NextAsync(IDocumentStore store, Round round, Instant now, CancellationToken cancellationToken)
    {
        var plans = new List<PlannedRound>();
        await foreach (var plan in store.AllAcrossAsync<PlannedRound>(cancellationToken: cancellationToken))
        {
            plans.Add(plan.Document);
        }

        return NextRound.After(round, plans, now);
    }
}
