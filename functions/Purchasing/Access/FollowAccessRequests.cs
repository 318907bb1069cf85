using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Access;

/// <summary>
/// Each morning: takes up requests for access that waited for the award, and reminds officers of those that are due. Everything is decided from the documents, so that
/// a morning that was missed is caught up by the next.
/// </summary>
public sealed class FollowAccessRequests(IDocumentStore store, Aggregates aggregates, AccessDesk desk, TimeProvider clock)
{
    [Function(nameof(FollowAccessRequests))]
    public async Task RunAsync([TimerTrigger("0 30 5 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var mark in (string[])[Marks.Open, Marks.Pending])
        {
            await foreach (var request in store.AllAcrossAsync<AccessRequest>(mark, cancellationToken))
            {
                await FollowAsync(request.Document, cancellationToken);
            }
        }
    }

    private async Task FollowAsync(AccessRequest request, CancellationToken cancellationToken)
    {
        var (round, now) = (await store.RequiredRoundAsync(request.RoundId, cancellationToken), clock.Now());
        var awardedAt = AccessStages.AwardedAt(round, await store.LotsAsync(request.RoundId, cancellationToken));
        var command = new CommandContext(Actor.Platform(nameof(FollowAccessRequests)), now);
        var resumed = (await aggregates.DecideAsync<AccessRequest>(
            request.RoundId, request.RequestId, command, current => AccessDecisions.Resume(current, awardedAt, round.Settings, RuleTable.Norwegian), cancellationToken)).Required();
        if (resumed.ResumedFrom is not null)
        {
            await desk.TellAsync(round, resumed, cancellationToken);
        }

        var reminded = (await aggregates.DecideAsync<AccessRequest>(
            request.RoundId, request.RequestId, command, current => AccessDecisions.Remind(current, round.Settings, RuleTable.Norwegian, now), cancellationToken)).Required();
        if (reminded is { Reminders: > 0, IsOpen: true })
        {
            await store.TellAsync(AccessMessages.Reminder(round, reminded, now), cancellationToken);
        }
    }
}
