using NodaTime;
using NodaTime.Text;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Publication;

namespace Samkjop.Functions.Publication;

/// <summary>
/// Releases of all processes in pages: everything, or what has been published since an instant. What is published while somebody reads is on a later page
/// or comes with the next reading since the beginning of this one.
/// </summary>
public sealed class ReleaseFeed(IDocumentStore store)
{
    /// <summary>Further back everything is looked through; nearer, month by month.</summary>
    private const int Months = 12;

    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");

    /// <param name="Releases">Empty only when there is nothing more.</param>
    /// <param name="Next">Where the next page begins; null after the last.</param>
    public sealed record Page(IReadOnlyList<PublishedRelease> Releases, string? Next);

    /// <summary>The next page that holds anything.</summary>
    /// <param name="since">Published at this instant or later; null for all.</param>
    /// <param name="pageSize">At most so many.</param>
    /// <param name="from">Where the page before ended; null for the first.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidContinuationException"><paramref name="from"/> is none that this has given.</exception>
    public async Task<Page> ReadAsync(Instant? since, int pageSize, string? from, Instant now, CancellationToken cancellationToken)
    {
        var position = from is null ? Position.At(since, now) : Position.Parse(from);
        while (true)
        {
            var query = new DocumentQuery(Mark: position.Month is { } month ? MonthPattern.Format(month) : null, Continuation: position.Continuation, PageSize: pageSize);
            var page = await store.ListAcrossAsync<PublishedRelease>(query, cancellationToken);
            var found = page.Items.Select(item => item.Document).Where(release => since is null || release.PublishedAt >= since).ToList();
            var next = position.After(page.Continuation, now);
            if (found.Count > 0 || next is null)
            {
                return new Page(found, next?.ToString());
            }

            position = next;
        }
    }

    /// <param name="Month">The month that is read, UTC; null when everything is.</param>
    /// <param name="Continuation">Where the store's page before ended.</param>
    private sealed record Position(YearMonth? Month, string? Continuation)
    {
        public static Position At(Instant? since, Instant now) =>
            new(since is { } instant && Period.Between(MonthOf(instant).OnDayOfMonth(1), MonthOf(now).OnDayOfMonth(1), PeriodUnits.Months).Months < Months ? MonthOf(instant) : null, null);

        public static Position Parse(string text)
        {
            if (text.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0)
            {
                var continuation = text[(colon + 1)..] is { Length: > 0 } rest ? rest : null;
                if (colon == 0)
                {
                    return new Position(null, continuation);
                }

                if (MonthPattern.Parse(text[..colon]) is { Success: true, Value: var month })
                {
                    return new Position(month, continuation);
                }
            }

            throw new InvalidContinuationException();
        }

        public Position? After(string? continuation, Instant now) => (continuation, Month) switch
        {
            (not null, _) => this with { Continuation = continuation },
            (_, { } month) when month < MonthOf(now) => new Position(month.PlusMonths(1), null),
            _ => null,
        };

        public override string ToString() => $"{(Month is { } month ? MonthPattern.Format(month) : "")}:{Continuation}";

        private static YearMonth MonthOf(Instant instant) => instant.InUtc().Date.ToYearMonth();
    }
}
