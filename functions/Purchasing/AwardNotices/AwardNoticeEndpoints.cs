using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.AwardNotices;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.AwardNotices;

/// <summary>The award notices that rounds owe, and the record of their publication.</summary>
public sealed class AwardNoticeEndpoints(IDocumentStore store, RoundReader rounds, Aggregates aggregates, RefusedAttempts attempts)
{
    /// <param name="Key">Quarter or lot.</param>
    /// <param name="Due">Last local day of publication.</param>
    /// <param name="Explanation">How the day was found.</param>
    /// <param name="LotIds">The round's contracts that belong in it.</param>
    /// <param name="Outstanding">Those that no publication tells of.</param>
    /// <param name="Published">How it was published so far.</param>
    public sealed record View(
        string RoundId, string Key, LocalDate Due, Text Explanation, ImmutableArray<string> LotIds, ImmutableArray<string> Outstanding, ImmutableArray<PublishedNotice> Published)
    {
        public static View Of(Round round, AwardNotice notice)
        {
            ArgumentNullException.ThrowIfNull(round);
            ArgumentNullException.ThrowIfNull(notice);
            return new(round.RoundId, notice.Key, notice.Due, notice.Explanation, notice.LotIds, notice.Outstanding, notice.Published);
        }
    }

    /// <param name="Items">By due day.</param>
    public sealed record Notices(IReadOnlyList<View> Items);

    /// <param name="PublishedOn">The local day of publication.</param>
    /// <param name="Reference">Number in Doffin or TED.</param>
    public sealed record Body(LocalDate PublishedOn, string Reference);

    /// <summary>Every notice of a purchasing system, by due day; those of one quarter stand beside each other, one per round.</summary>
    [Function(nameof(GetSystemAwardNotices))]
    [RequiresRole(Role.ProcurementOfficer, Role.ContractManager, Role.AwardDecider, Role.Auditor)]
    public async Task<IResult> GetSystemAwardNotices(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "purchasing-systems/{purchasingSystemId}/award-notices")] HttpRequest request,
        string purchasingSystemId, FunctionContext context, CancellationToken cancellationToken)
    {
        var notices = new List<View>();
        await foreach (var stored in store.AllAcrossAsync<Round>(cancellationToken: cancellationToken))
        {
            if (stored.Document.PurchasingSystemId == purchasingSystemId && RoundAccess.MaySee(stored.Document, context.Caller()))
            {
                notices.AddRange(await NoticesAsync(stored.Document, cancellationToken));
            }
        }

        return Reply.Ok(new Notices(
            [.. notices.OrderBy(notice => notice.Due).ThenBy(notice => notice.RoundId, StringComparer.Ordinal).ThenBy(notice => notice.Key, StringComparer.Ordinal)]));
    }

    /// <summary>The notices of one round.</summary>
    [Function(nameof(GetAwardNotices))]
    [RequiresRole(Role.ProcurementOfficer, Role.ContractManager, Role.AwardDecider, Role.Auditor)]
    public async Task<IResult> GetAwardNotices(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/award-notices")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        return Reply.Ok(new Notices(await NoticesAsync(round, cancellationToken)));
    }

    /// <summary>An officer of the round records that a notice was published.</summary>
    [Function(nameof(RecordAwardNotice))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RecordAwardNotice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/award-notices/{key}/publication")] HttpRequest request,
        string roundId, string key, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        _ = await store.RoundAsync(roundId, cancellationToken);
        var lots = await store.LotsAsync(roundId, cancellationToken);
        var command = new Samkjop.Purchasing.RecordAwardNotice(key, body.PublishedOn, body.Reference, context.Caller(), context.Arrived());
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(request.IfMatch()), round => AwardNoticeDecisions.Record(round, lots, command), cancellationToken);
        var recorded = await attempts.OrProblemAsync(context, roundId, "award-notices", outcome, cancellationToken);
        return Reply.Ok(View.Of(recorded.Document, AwardNoticeDates.Of(recorded.Document, lots).First(notice => notice.Key == key)), recorded.ETag);
    }

    private async Task<IReadOnlyList<View>> NoticesAsync(Round round, CancellationToken cancellationToken) =>
        round.OpenedAt is null ? [] : [.. AwardNoticeDates.Of(round, await store.LotsAsync(round.RoundId, cancellationToken)).Select(notice => View.Of(round, notice))];
}
