using NodaTime;
using Samkjop.Decisions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>
/// Sends the reminders that are due. Messages come first, each created once, and the round notes the reminder last: what is cut short is done again
/// at the next occurrence, and nobody is told twice.
/// </summary>
public sealed class NeedsReminding(IDocumentStore store, Aggregates aggregates)
{
    /// <summary>Sends what is due.</summary>
    /// <returns>The rounds with the reminder that went out, by its working days before the deadline.</returns>
    public async Task<IReadOnlyList<(string RoundId, int WorkingDays)>> RemindDueAsync(Instant now, CancellationToken cancellationToken)
    {
        var sent = new List<(string, int)>();
        foreach (var mark in (string[])[Marks.Open, Marks.Pending])
        {
            await foreach (var stored in store.AllAcrossAsync<Round>(mark, cancellationToken))
            {
                if (NeedsReminders.Due(stored.Document, now) is { } days)
                {
                    await RemindAsync(stored.Document, days, now, cancellationToken);
                    sent.Add((stored.Document.RoundId, days));
                }
            }
        }

        return sent;
    }

    private async Task RemindAsync(Round round, int days, Instant now, CancellationToken cancellationToken)
    {
        var needs = (await store.EveryAsync<Need>(round.RoundId, "need-", cancellationToken)).Where(need => need.State is not (NeedState.Withdrawn or NeedState.Carried)).ToList();
        var reported = needs.Select(need => need.AgencyId).ToHashSet(StringComparer.Ordinal);
        var silent = new List<string>();
        await foreach (var agency in store.AgenciesOfAsync(round.CallOff, cancellationToken))
        {
            if (!reported.Contains(agency.Document.AgencyId))
            {
                silent.Add(agency.Document.AgencyId);
                await store.TellAsync(NeedsReminderMessages.ToReport(round, agency.Document.AgencyId, days, now), cancellationToken);
            }
        }

        var unapproved = needs.Where(need => need.State is NeedState.Reported).CountBy(need => need.AgencyId, StringComparer.Ordinal).ToList();
        foreach (var (agencyId, count) in unapproved)
        {
            await store.TellAsync(NeedsReminderMessages.ToApprove(round, agencyId, count, days, now), cancellationToken);
        }

        var command = new CommandContext(Actor.Platform(nameof(RemindAgencies)), now);
        var noted = await aggregates.DecideAsync<Round>(
            round.RoundId, "round", command, current => NeedsReminders.Note(current, days, silent.Count, unapproved.Count), cancellationToken);
        _ = noted.Required();
    }
}
