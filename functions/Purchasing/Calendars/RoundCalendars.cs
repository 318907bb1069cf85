using NodaTime;
using Samkjop.Calendars;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Calendars;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Functions.Purchasing.Calendars;

/// <summary>What a round's calendar says now.</summary>
/// <param name="Title">The round's title.</param>
/// <param name="Book">Every entry, for all audiences.</param>
public sealed record RoundCalendarState(Text Title, CalendarBook Book);

/// <summary>
/// Keeps the book of what calendars have been told of a round. It is brought up to date whenever somebody reads, so that no change of a deadline can be
/// forgotten, whoever makes it; nothing is written when nothing has changed.
/// </summary>
public sealed class RoundCalendars(IDocumentStore store)
{
    private const int MaxTries = 10;

    /// <summary>The calendar of a round or of one that is planned.</summary>
    /// <exception cref="ProblemException">404: there is neither.</exception>
    public async Task<RoundCalendarState> ReadAsync(string roundId, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The book first: whoever wrote it later than this has seen documents at least as new, and is found out by the ETag.
            var stored = await store.FindAsync<RoundCalendar>(roundId, RoundCalendar.DocumentId, cancellationToken);
            var (title, entries) = await EntriesAsync(roundId, cancellationToken);
            var book = stored?.Document.Book ?? CalendarBook.Empty;
            var next = book.With(entries, now);
            if (ReferenceEquals(book, next))
            {
                return new RoundCalendarState(title, next);
            }

            try
            {
                var calendar = new RoundCalendar(roundId, next);
                _ = stored is null ? await store.CreateAsync(calendar, cancellationToken) : await store.ReplaceAsync(calendar, stored.ETag, cancellationToken);
                return new RoundCalendarState(title, next);
            }
            catch (StoreException exception) when (exception is DocumentExistsException or DocumentChangedException && attempt < MaxTries)
            {
                // Another reader found the same change: read what it wrote.
            }
        }
    }

    private async Task<(Text Title, IEnumerable<CalendarEntry> Entries)> EntriesAsync(string roundId, CancellationToken cancellationToken)
    {
        var plan = (await store.FindAsync<PlannedRound>(roundId, "plan", cancellationToken))?.Document;
        var round = (await store.FindAsync<Round>(roundId, "round", cancellationToken))?.Document;
        if ((round?.Title ?? plan?.Title) is not { } title)
        {
            throw new ProblemException(Refusals.NotFound(Round.Kind, roundId));
        }

        IReadOnlyList<Lot> lots = round is { LotIds.IsEmpty: false } ? await store.LotsAsync(roundId, cancellationToken) : [];
        IReadOnlyList<Order> orders = lots.Any(lot => !lot.OrderIds.IsEmpty) ? await store.EveryAsync<Order>(roundId, "order-", cancellationToken) : [];
        IReadOnlyList<AccessRequest> requests = round is null ? [] : await store.EveryAsync<AccessRequest>(roundId, AccessRequest.IdPrefix, cancellationToken);
        IReadOnlyList<WinnerEvidence> evidence = lots.Any(lot => lot.Phase is LotPhase.Proposed)
            ? await store.EveryAsync<WinnerEvidence>(roundId, WinnerEvidence.IdPrefix, cancellationToken)
            : [];
        return (title, RoundEntries.Of(plan, round, lots, orders, requests, evidence));
    }
}
