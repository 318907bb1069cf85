using NodaTime;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>
/// Opens the rounds whose day has come. Every step can be repeated, and the plan is marked last: whatever is cut short is taken up at the next
/// occurrence, and nothing opens twice.
/// </summary>
public sealed class PlannedRoundOpener(IDocumentStore store, Aggregates aggregates, NeedCarrier carrier)
{
    /// <summary>Opens what is due.</summary>
    /// <param name="now">Now; Oslo's calendar decides.</param>
    /// <param name="start">Starts the round's orchestration unless it is there.</param>
    /// <returns>Ids of the rounds whose plans were marked opened.</returns>
    public async Task<IReadOnlyList<string>> OpenDueAsync(Instant now, Func<string, CancellationToken, Task> start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(start);
        var opened = new List<string>();
        await foreach (var plan in store.AllAcrossAsync<PlannedRound>(Decisions.Marks.Open, cancellationToken))
        {
            if (!RoundOpening.IsDue(plan.Document, now))
            {
                continue;
            }

            await CreateRoundAsync(plan.Document, now, cancellationToken);
            await carrier.CarryIntoAsync(await store.RequiredRoundAsync(plan.Document.RoundId, cancellationToken), now, cancellationToken);
            await start(plan.Document.RoundId, cancellationToken);
            if (await MarkAsync(plan, now, cancellationToken))
            {
                opened.Add(plan.Document.RoundId);
            }
        }

        return opened;
    }

    private async Task CreateRoundAsync(PlannedRound plan, Instant now, CancellationToken cancellationToken)
    {
        var command = new CommandContext(Actor.Platform(nameof(OpenPlannedRounds)), now, RequestId: $"open.{plan.RoundId}");
        _ = (await aggregates.CreateAsync(command, RoundOpening.Open(plan), cancellationToken)).Required();
    }

    private async Task<bool> MarkAsync(Stored<PlannedRound> plan, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            await store.ReplaceAsync(plan.Document with { OpenedAt = now }, plan.ETag, cancellationToken);
            return true;
        }
        catch (DocumentChangedException)
        {
            // Another occurrence marked it, or an officer edited it in this moment: the next occurrence looks again.
            return false;
        }
    }
}
