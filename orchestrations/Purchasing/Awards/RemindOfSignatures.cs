using Microsoft.Azure.Functions.Worker;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reminds of signatures that are missing when that is due by the business clock; before that, changes nothing. The buyer reads it in the log and the calendar.</summary>
public sealed class RemindOfSignatures(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    [Function(nameof(RemindOfSignatures))]
    public async Task RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var round = await store.RequiredRoundAsync(input.RoundId, cancellationToken);
        var reminded = (await aggregates.DecideAsync<Lot>(
            input.RoundId, input.LotId, new CommandContext(Actor.Platform(nameof(RemindOfSignatures)), now),
            lot => SignatureReminders.Remind(round, lot, now), cancellationToken)).Required();
        if (reminded is { SignatureReminders: > 0, Phase: LotPhase.AwaitingSignatures, Award: { } award } && !reminded.HasSigned(ContractParty.Supplier))
        {
            await store.TellAsync(AwardMessages.SignatureMissing(round, reminded, award.SupplierId, now), cancellationToken);
        }
    }
}
