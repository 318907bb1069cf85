using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Calendars;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Calendars;

namespace Samkjop.Functions.Purchasing.Calendars;

/// <summary>A round's calendar: to those who are logged in, and to calendar programs by a feed's secret address. Everybody sees what concerns them.</summary>
public sealed class CalendarEndpoints(IDocumentStore store, RoundReader rounds, RoundCalendars calendars)
{
    [Function(nameof(GetRoundCalendar))]
    [RequiresLogin]
    public async Task<IResult> GetRoundCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/calendar.ics")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        if (!RoundAccess.IsStaff(caller))
        {
            _ = await rounds.ReadAsync(context, roundId, cancellationToken);
        }

        var calendar = await calendars.ReadAsync(roundId, context.Arrived(), cancellationToken);
        return IcsReply.Of(calendar.Title, calendar.Book.For(CalendarAudience.TagsOf(caller)), key => RoundCalendar.UidOf(roundId, key));
    }

    [Function(nameof(GetCalendarFeed))]
    [OpenToAll("Calendar programs cannot log in; the address holds a secret that its owner can revoke.")]
    public async Task<IResult> GetCalendarFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "calendar-feeds/{roundId}/{feedId}/{secret}/calendar.ics")] HttpRequest request,
        string roundId, string feedId, string secret, FunctionContext context, CancellationToken cancellationToken)
    {
        var now = context.Arrived();
        var feed = await store.FindAsync<CalendarFeed>(roundId, feedId, cancellationToken);
        if (feed is null || !feed.Document.Opens(secret, now))
        {
            throw new ProblemException(Refusals.NotFound(CalendarFeed.Kind, feedId));
        }

        var calendar = await calendars.ReadAsync(roundId, now, cancellationToken);
        return IcsReply.Of(calendar.Title, calendar.Book.For(feed.Document.Tags), key => RoundCalendar.UidOf(roundId, key));
    }
}
