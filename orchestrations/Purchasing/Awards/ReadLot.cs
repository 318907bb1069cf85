using Microsoft.Azure.Functions.Worker;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reads where a lot is.</summary>
public sealed class ReadLot(IDocumentStore store)
{
    [Function(nameof(ReadLot))]
    public async Task<LotProgress> RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync<Lot>(input.RoundId, input.LotId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no lot '{input.LotId}' in round '{input.RoundId}'.");
        var lot = stored.Document;
        return new LotProgress(lot.RoundId, lot.LotId, lot.Phase, lot.Letters?.StandstillEnds, lot.IsSigned());
    }
}
