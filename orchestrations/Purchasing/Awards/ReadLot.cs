using Microsoft.Azure.Functions.Worker;
using Samkjop.Ports;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reads where a lot is.</summary>
public sealed class ReadLot(IDocumentStore store)
{
    [Function(nameof(ReadLot))]
    public async Task<LotProgress> RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var lot = await store.RequiredLotAsync(input.RoundId, input.LotId, cancellationToken);
        return new LotProgress(lot.RoundId, lot.LotId, lot.Phase, lot.Letters?.StandstillEnds, lot.IsSigned());
    }
}
