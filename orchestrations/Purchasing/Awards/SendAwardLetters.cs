using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Tells all bidders of an award at once: the letters are written first, one decision on the lot makes them all readable, then each bidder
/// gets a message. Repeated after a crash at any point, it goes on where it was.
/// </summary>
public sealed class SendAwardLetters(IDocumentStore store, Aggregates aggregates, TimeProvider clock)
{
    [Function(nameof(SendAwardLetters))]
    public async Task RunAsync([ActivityTrigger] LotRef input, CancellationToken cancellationToken)
    {
        var round = await store.RequiredRoundAsync(input.RoundId, cancellationToken);
        var lot = await store.RequiredLotAsync(input.RoundId, input.LotId, cancellationToken);
        if (lot is { Phase: LotPhase.Awarded or LotPhase.WithoutBids, Letters: null })
        {
            var letters = LetterWriter.Write(round, lot, await store.BiddersAsync(input.RoundId, input.LotId, cancellationToken));
            await WriteAsync(letters, cancellationToken);
            await MakeReadableAsync(round, input, lot.NextDispatch(), [.. letters.Select(letter => letter.SupplierId)], cancellationToken);
        }

        await TellAsync(round, input, cancellationToken);
    }

    private async Task WriteAsync(ImmutableArray<AwardLetter> letters, CancellationToken cancellationToken)
    {
        foreach (var letter in letters)
        {
            var written = await store.FindAsync<AwardLetter>(letter.RoundId, letter.Id, cancellationToken);
            if (written is null)
            {
                await store.CreateAsync(letter, cancellationToken);
            }
            else
            {
                await store.ReplaceAsync(letter, written.ETag, cancellationToken);
            }
        }
    }

    private async Task MakeReadableAsync(Round round, LotRef input, int number, ImmutableArray<string> recipients, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var command = new CommandContext(Actor.Platform(nameof(SendAwardLetters)), now);
        var sent = await aggregates.DecideAsync<Lot>(
            input.RoundId, input.LotId, command,
            lot => ContractDecisions.SendLetters(lot, new SendLetters(recipients, Standstill.EndOf(round.Settings, Length(now), now)?.End, now, number)),
            cancellationToken);
        sent.Required();
    }

    private async Task TellAsync(Round round, LotRef input, CancellationToken cancellationToken)
    {
        var lot = await store.FindAsync<Lot>(input.RoundId, input.LotId, cancellationToken);
        if (lot?.Document.Letters is not { } dispatch)
        {
            return;
        }

        foreach (var supplierId in dispatch.Recipients)
        {
            await store.TellAsync(AwardMessages.LetterReady(round, lot.Document, dispatch, supplierId), cancellationToken);
        }
    }

    private static LegalPeriod Length(Instant sentAt) =>
        RuleTable.Norwegian.Number(LegalRules.StandstillElectronic, OsloTime.DateOf(sentAt)).PeriodOrNull
        ?? throw new InvalidOperationException($"The rule table has no standstill for letters sent at {sentAt}.");
}
