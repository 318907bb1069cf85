using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Tells every agency and every invited supplier that the round is cancelled, then closes it. Repeating tells nobody twice.</summary>
public sealed class EndCancelledRound(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    [Function(nameof(EndCancelledRound))]
    public async Task RunAsync([ActivityTrigger] string roundId, CancellationToken cancellationToken)
    {
        var round = await store.RequiredRoundAsync(roundId, cancellationToken);
        if (round.Phase is not RoundPhase.Cancelling)
        {
            return;
        }

        foreach (var supplierId in round.Invitation?.InvitedSupplierIds ?? [])
        {
            await store.TellAsync(CancellationMessage.To(MessageRecipient.Supplier(supplierId), round), cancellationToken);
        }

        await foreach (var agency in store.AgenciesOfAsync(round.CallOff, cancellationToken))
        {
            await store.TellAsync(CancellationMessage.To(MessageRecipient.Agency(agency.Document.AgencyId), round), cancellationToken);
        }

        var command = new CommandContext(Actor.Platform(nameof(EndCancelledRound)), clock.Now());
        _ = (await aggregates.DecideAsync<Round>(roundId, "round", command, Samkjop.Purchasing.Cancellations.Close, cancellationToken)).Required();
    }
}

/// <summary>The phase in which a cancelled round is ended.</summary>
public static class EndCancelledRoundExtensions
{
    /// <summary>Tells all, then closes.</summary>
    public static Task EndCancelledRoundAsync(this TaskOrchestrationContext context, RoundProgress round)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(round);
        return context.CallActivityAsync(nameof(EndCancelledRound), round.RoundId, ReadRoundExtensions.Patiently);
    }
}
