using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Forms the lots of a round's pinned needs, creates a document for each, and notes in each need which lot it went into. The same needs form the
/// same lots, so a repetition finds them there.
/// </summary>
public sealed class FormLots(Aggregates aggregates, IDocumentStore store, TimeProvider clock)
{
    [Function(nameof(FormLots))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var setting = await store.FindNeedSettingAsync(roundId, now, cancellationToken)
            ?? throw new InvalidOperationException($"There is no round '{roundId}'.");
        if (setting.Round.Phase is not RoundPhase.Consolidating)
        {
            return;
        }

        var command = new CommandContext(Actor.Platform(nameof(FormLots)), now, RequestId: $"{Round.InstanceId(roundId)}.{nameof(FormLots)}");
        foreach (var content in await FormAsync(roundId, setting.System, cancellationToken))
        {
            _ = (await aggregates.CreateAsync(command, LotFormation.Create(roundId, content), cancellationToken)).Required();
            foreach (var line in content.Lines)
            {
                var placed = await aggregates.DecideAsync<Need>(
                    roundId, line.NeedId, command with { RequestId = null }, need => NeedLocking.Place(need, content.LotId), cancellationToken);
                _ = placed.Required();
            }
        }
    }

    private async Task<IReadOnlyList<ConsolidatedLot>> FormAsync(string roundId, PurchasingSystem system, CancellationToken cancellationToken)
    {
        var needs = await store.EveryAsync<Need>(roundId, "need-", cancellationToken);

        return LotFormation.Form(needs, system) switch
        {
            ConsolidationResult.Consolidated consolidated => consolidated.Lots,
            ConsolidationResult.Refused refused => throw new InvalidOperationException(
                $"The needs of round '{roundId}' form no lots: {string.Join(" ", refused.Problems.Select(p => p.En))} They stay pinned; correct the cause and start {Round.InstanceId(roundId)} again."),
            _ => throw new InvalidOperationException("Unknown result of consolidation."),
        };
    }
}
