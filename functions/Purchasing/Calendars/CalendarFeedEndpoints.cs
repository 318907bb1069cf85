using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Calendars;

namespace Samkjop.Functions.Purchasing.Calendars;

/// <summary>Feeds of a round's calendar: each person makes, lists and revokes its own; the administrator lists and revokes those of people who have left.</summary>
public sealed class CalendarFeedEndpoints(IDocumentStore store, RoundReader rounds, RoundCalendars calendars, ISecretGenerator generator)
{
    /// <summary>A feed as its owner and the administrator read it.</summary>
    public sealed record View(string RoundId, string FeedId, string Subject, Instant CreatedAt, Instant ExpiresAt)
    {
        public static View Of(CalendarFeed feed)
        {
            ArgumentNullException.ThrowIfNull(feed);
            return new View(feed.RoundId, feed.FeedId, feed.Subject, feed.CreatedAt, feed.ExpiresAt);
        }
    }

    /// <param name="Path">The address to subscribe to, below the host; a secret, shown this once.</param>
    public sealed record NewFeed(string RoundId, string FeedId, string Path, Instant ExpiresAt);

    [Function(nameof(CreateCalendarFeed))]
    [RequiresLoginToWrite]
    public async Task<IResult> CreateCalendarFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/calendar-feeds")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var (caller, now) = (context.Caller(), context.Arrived());
        await RequireRoundAsync(context, roundId, cancellationToken);
        var secret = NewSecret();
        var feed = CalendarFeed.For(caller, roundId, context.DeriveId("feed"), secret, now);
        var existing = await store.FindAsync<CalendarFeed>(roundId, feed.FeedId, cancellationToken);
        if (existing is null)
        {
            await RequireRoomAsync(caller, roundId, cancellationToken);
            await store.CreateAsync(feed, cancellationToken);
        }
        else
        {
            // The first answer was lost, and only its hash is kept: the repeated request gets a new secret, and the lost one opens nothing.
            await store.ReplaceAsync(feed, existing.ETag, cancellationToken);
        }

        return Reply.Created(
            new NewFeed(roundId, feed.FeedId, $"/api/calendar-feeds/{roundId}/{feed.FeedId}/{secret}/calendar.ics", feed.ExpiresAt),
            $"/api/rounds/{roundId}/calendar-feeds/{feed.FeedId}") with
        {
            IsSecret = true,
        };
    }

    [Function(nameof(ListCalendarFeeds))]
    [RequiresLogin]
    public async Task<IResult> ListCalendarFeeds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/calendar-feeds")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var query = request.Page() with { Mark = caller.Has(Role.Administrator) ? null : CalendarFeed.OwnerMark(caller.Subject) };
        return Reply.Ok((await store.ListAsync<CalendarFeed>(roundId, query, cancellationToken)).ToList(View.Of));
    }

    [Function(nameof(RevokeCalendarFeed))]
    [RequiresLoginToWrite]
    public async Task<IResult> RevokeCalendarFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "rounds/{roundId}/calendar-feeds/{feedId}")] HttpRequest request,
        string roundId, string feedId, FunctionContext context, CancellationToken cancellationToken)
    {
        var feed = (await store.FindAsync<CalendarFeed>(roundId, feedId, cancellationToken)).OrNotFound(feedId);
        if (feed.Document.Subject != context.Caller().Subject && !context.Caller().Has(Role.Administrator))
        {
            throw new ProblemException(Refusals.NotFound(CalendarFeed.Kind, feedId));
        }

        await store.DeleteAsync<CalendarFeed>(roundId, feedId, feed.ETag, cancellationToken);
        return Reply.NoContent();
    }

    /// <summary>There is such a round, and the caller may know of it.</summary>
    private async Task RequireRoundAsync(FunctionContext context, string roundId, CancellationToken cancellationToken)
    {
        _ = RoundAccess.IsStaff(context.Caller())
            ? (await calendars.ReadAsync(roundId, context.Arrived(), cancellationToken)).Title
            : (await rounds.ReadAsync(context, roundId, cancellationToken)).Document.Title;
    }

    private async Task RequireRoomAsync(Caller caller, string roundId, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery(Mark: CalendarFeed.OwnerMark(caller.Subject), PageSize: CalendarFeed.MaxPerPerson);
        if ((await store.ListAsync<CalendarFeed>(roundId, query, cancellationToken)).Items.Count >= CalendarFeed.MaxPerPerson)
        {
            throw new ProblemException(Refusal.Conflict(
                "too-many-feeds",
                $"Du har alt {CalendarFeed.MaxPerPerson} abonnementer på denne kalenderen. Ingenting er endret; trekk tilbake et du ikke bruker.",
                $"You already have {CalendarFeed.MaxPerPerson} feeds of this calendar. Nothing was changed; revoke one that you do not use."));
        }
    }

    private string NewSecret()
    {
        var bytes = new byte[CalendarFeed.SecretBytes];
        generator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
