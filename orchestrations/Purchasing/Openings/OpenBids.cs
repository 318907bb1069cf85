using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Unseals what the manifest holds. The only place in the app that reads what bids say: it does nothing before the manifest is fixed and
/// enough openers have approved. Sheets go to the bid's document, never through the orchestration.
/// </summary>
public sealed class OpenBids(IDocumentStore store, Aggregates aggregates, SealedSheets sheets)
{
    /// <param name="RoundId">The round.</param>
    /// <param name="Now">The orchestration's time.</param>
    public sealed record Input(string RoundId, Instant Now);

    [Function(nameof(OpenBids))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var round = await store.RequiredRoundAsync(input.RoundId, cancellationToken);
        if (round.Phase is not RoundPhase.AwaitingOpening || !BidOpening.IsApproved(round))
        {
            return;
        }

        var command = new CommandContext(Actor.Platform(nameof(OpenBids)), input.Now);
        var manifest = (await ManifestAsync(round, cancellationToken)).ToLookup(entry => entry.BidId, StringComparer.Ordinal);
        await foreach (var bid in store.AllAsync<Bid>(input.RoundId, "bid-", cancellationToken))
        {
            if (bid.Document.State is BidState.Open)
            {
                var entries = manifest[bid.Document.BidId].ToImmutableArray();
                var opening = new OpenBid(!entries.IsEmpty, await sheets.ReadAsync(bid.Document, entries, cancellationToken));
                var opened = await aggregates.DecideAsync<Bid>(input.RoundId, bid.Document.BidId, command, b => BidOpening.Open(b, opening), cancellationToken);
                _ = opened.Required();
            }
        }

        var outcome = await aggregates.DecideAsync<Round>(input.RoundId, "round", command, r => BidOpening.Open(r, new OpenRound(input.Now)), cancellationToken);
        _ = outcome.Required();
    }

    private async Task<ImmutableArray<ManifestEntry>> ManifestAsync(Round round, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<ManifestEntry>();
        await foreach (var page in store.AllAsync<ManifestPage>(round.RoundId, ClosingManifest.IdPrefix, cancellationToken))
        {
            entries.AddRange(page.Document.Entries);
        }

        var manifest = entries.ToImmutable();
        return ClosingManifest.Sha256Of(round.RoundId, round.Invitation!.Window.Closes, manifest) == round.Manifest?.Sha256
            ? manifest
            : throw new InvalidOperationException(
                $"The closing manifest of round '{round.RoundId}' is not the one that was fixed: its hash differs. Nothing was opened; find out who changed it and restore it.");
    }
}
