using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Holds every bid for a lot against its requirements, pass or fail. Repeating it finds what it found before.</summary>
public sealed class CheckLot(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    /// <param name="RoundId">The round.</param>
    /// <param name="LotId">The lot.</param>
    public sealed record Input(string RoundId, string LotId);

    [Function(nameof(CheckLot))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var round = await store.RequiredRoundAsync(input.RoundId, cancellationToken);
        var system = await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken)
            ?? throw new InvalidOperationException($"There is no purchasing system '{round.PurchasingSystemId}', which round '{round.RoundId}' runs under.");
        var lot = await store.RequiredLotAsync(input.RoundId, input.LotId, cancellationToken);

        var now = clock.Now();
        var command = new CommandContext(Actor.Platform(nameof(CheckLot)), now, nameof(CheckLot));
        await foreach (var bid in store.AllAsync<Bid>(input.RoundId, "bid-", cancellationToken))
        {
            foreach (var sheet in bid.Document.Sheets.Where(sheet => sheet.LotId == input.LotId))
            {
                var outcome = await aggregates.CreateAsync(command, Checking.Check(round, system.Document, lot, bid.Document, sheet), cancellationToken);
                _ = outcome.Required();
            }
        }

        var evaluations = await store.EvaluationsAsync(input.RoundId, input.LotId, cancellationToken);
        var completed = await aggregates.DecideAsync<Lot>(
            input.RoundId, input.LotId, command with { RequestId = null }, l => Checking.Complete(l, evaluations, now), cancellationToken);
        _ = completed.Required();
    }
}
