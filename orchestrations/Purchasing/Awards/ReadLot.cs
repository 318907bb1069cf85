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
        var lot = await store.RequiredLotAsync(input.RoundId, input.LotId, cancellationToken);
        var remindAt = lot.Phase is LotPhase.AwaitingSignatures
            ? SignatureReminders.NextAt(await store.RequiredRoundAsync(input.RoundId, cancellationToken), lot)
            : null;
        return new LotProgress(
            lot.RoundId, lot.LotId, lot.Phase, lot.Letters?.StandstillEnds, lot.IsSigned(), !lot.Suspensions.IsEmpty, remindAt, Reevaluations.BegunAt(lot) is not null);
    }
}
