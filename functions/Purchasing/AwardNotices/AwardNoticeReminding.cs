using NodaTime;
using Samkjop.Calendar;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.AwardNotices;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.AwardNotices;

/// <summary>Reminds the officers of award notices that are due soon. A notice falls due when its round may long be closed, so closed ones are looked at too.</summary>
public sealed class AwardNoticeReminding(IDocumentStore store)
{
    /// <summary>A round that closed so long ago owes no notice any more.</summary>
    private static readonly Duration Memory = Duration.FromDays(200);

    /// <summary>Leaves the reminders of the day; each is left once.</summary>
    /// <returns>The rounds and notices that the officers are reminded of.</returns>
    public async Task<IReadOnlyList<(string RoundId, string Key)>> RemindDueAsync(Instant now, CancellationToken cancellationToken)
    {
        var reminded = new List<(string, string)>();
        await foreach (var stored in store.AllAcrossAsync<Round>(cancellationToken: cancellationToken))
        {
            var round = stored.Document;
            if (!MayOwe(round, now))
            {
                continue;
            }

            var notices = AwardNoticeDates.Of(round, await store.LotsAsync(round.RoundId, cancellationToken));
            foreach (var notice in AwardNoticeMessages.DueOn(notices, OsloTime.DateOf(now)))
            {
                await store.TellAsync(AwardNoticeMessages.Reminder(round, notice, now), cancellationToken);
                reminded.Add((round.RoundId, notice.Key));
            }
        }

        return reminded;
    }

    private static bool MayOwe(Round round, Instant now) => round.Phase switch
    {
        RoundPhase.Awarding or RoundPhase.Delivering => true,
        RoundPhase.Closed => round.Closing is { ProtocolBlob: not null } closing && closing.At + Memory > now,
        _ => false,
    };
}
