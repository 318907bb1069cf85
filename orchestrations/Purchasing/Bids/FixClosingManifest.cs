using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Lists the container, gives receipts to what no message told about, looks who is still admitted, and fixes the manifest. Repeating it gives the same manifest, since
/// nothing that counts can change after closing; once the round names its hash it does nothing.
/// </summary>
public sealed class FixClosingManifest(IDocumentStore store, Aggregates aggregates, BidUploads uploads, BidMemberships memberships)
{
    /// <param name="RoundId">The round.</param>
    /// <param name="Closes">The closing that the orchestration waited for; if it has been moved meanwhile, nothing is fixed.</param>
    /// <param name="Now">The orchestration's time.</param>
    public sealed record Input(string RoundId, Instant Closes, Instant Now);

    [Function(nameof(FixClosingManifest))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var round = await store.RequiredRoundAsync(input.RoundId, cancellationToken);
        if (round.Phase is not RoundPhase.Bidding || round.Invitation?.Window.Closes != input.Closes)
        {
            return;
        }

        await uploads.ReconcileAsync(input.RoundId, cancellationToken);
        var bids = await store.EveryAsync<Bid>(input.RoundId, "bid-", cancellationToken);
        await memberships.LookAsync(round, input.Closes, bids, input.Now, cancellationToken);
        var entries = ClosingManifest.EntriesOf(bids);
        var pages = ClosingManifest.PagesOf(input.RoundId, entries);
        foreach (var page in pages)
        {
            await WriteAsync(page, cancellationToken);
        }

        await RemoveBeyondAsync(input.RoundId, pages.Length, cancellationToken);

        var command = new CommandContext(Actor.Platform(nameof(FixClosingManifest)), input.Now);
        var outcome = await aggregates.DecideAsync<Round>(
            input.RoundId, "round", command, r => BidOpening.Fix(r, new FixManifest(entries, input.Now)), cancellationToken);
        _ = outcome.Required();
    }

    /// <summary>Pages of a manifest that an extension after closing has overtaken: the new one may have fewer.</summary>
    private async Task RemoveBeyondAsync(string roundId, int pages, CancellationToken cancellationToken)
    {
        await foreach (var earlier in store.AllAsync<ManifestPage>(roundId, ClosingManifest.IdPrefix, cancellationToken))
        {
            if (earlier.Document.Page > pages)
            {
                await store.DeleteAsync<ManifestPage>(roundId, earlier.Document.Id, earlier.ETag, cancellationToken);
            }
        }
    }

    private async Task WriteAsync(ManifestPage page, CancellationToken cancellationToken)
    {
        try
        {
            await store.CreateAsync(page, cancellationToken);
        }
        catch (DocumentExistsException)
        {
            // An attempt before this one got so far and no further, or the window was extended after it had closed; the round names no hash now.
            var earlier = await store.FindAsync<ManifestPage>(page.RoundId, page.Id, cancellationToken);
            await store.ReplaceAsync(page, earlier!.ETag, cancellationToken);
        }
    }
}
