using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>What follows when an award has ended before the contract: suspensions are drawn up anew, all who were told are told, the orchestration is nudged.</summary>
public sealed class AwardEndingDesk(IDocumentStore store, SuspensionDesk suspensions, ILogger<AwardEndingDesk> logger)
{
    public async Task TellAsync(Round round, Lot lot, Instant now, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lot);
        await suspensions.SettleAsync(lot.RoundId, lot.LotId, now, cancellationToken);
        if (lot.EarlierAwards is [.., { Letters: { } letters } ended])
        {
            foreach (var supplierId in letters.Recipients)
            {
                await store.TellAsync(AwardMessages.AwardEnded(round, lot, ended, supplierId), cancellationToken);
            }
        }

        await durable.NudgeAsync(Lot.InstanceId(lot.RoundId, lot.LotId), Signals.LotChanged, lot.LotId, logger, cancellationToken);
    }
}
