using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing.Awards;
using Samkjop.Rules;

namespace Samkjop.Purchasing.AwardNotices;

/// <summary>
/// Which award notices a round owes and by when: 30 days after the contract, or after the end of the quarter where the notices of a purchasing system are
/// grouped (directive 2014/24/EU art. 50). The contract is concluded when the second party signs.
/// </summary>
public static class AwardNoticeDates
{
    /// <summary>The officers are reminded so many days before a notice is due.</summary>
    public const int ReminderDays = 7;

    /// <summary>The notices of a round, by due day.</summary>
    public static ImmutableArray<AwardNotice> Of(Round round, IEnumerable<Lot> lots, RuleTable? rules = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        return
        [
            .. lots.Where(lot => lot.IsSigned())
                .Select(lot => (lot.LotId, Signed: SignedOn(lot)))
                .GroupBy(lot => round.Settings.AwardNotices is AwardNoticeGrouping.Quarterly
                    ? (Key: QuarterKey(lot.Signed), Event: QuarterEnd(lot.Signed))
                    : (Key: lot.LotId, Event: lot.Signed))
                .Select(group => NoticeOf(round, group.Key.Key, group.Key.Event, [.. group.Select(lot => lot.LotId)], rules ?? RuleTable.Norwegian))
                .OfType<AwardNotice>()
                .OrderBy(notice => notice.Due).ThenBy(notice => notice.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The local day on which both parties had signed.</summary>
    /// <exception cref="InvalidOperationException">They have not.</exception>
    public static LocalDate SignedOn(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.IsSigned()
            ? OsloTime.DateOf(lot.Signatures.Max(signature => signature.At))
            : throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} is not signed by both parties.");
    }

    /// <summary>Null on days that the rule table does not cover.</summary>
    private static AwardNotice? NoticeOf(Round round, string key, LocalDate eventDate, ImmutableArray<string> lotIds, RuleTable rules)
    {
        var found = rules.Number(LegalRules.AwardNotice, eventDate);
        if (found is not RuleLookup.Found { Row: var row } || found.PeriodOrNull is not { } period)
        {
            return null;
        }

        var end = new LegalCalendar(round.Settings.ChristmasAndNewYearsEveAreDaysOff).EndOf(period, eventDate);
        return new AwardNotice(
            key, [.. lotIds.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal)], end.LastDay,
            new Text($"{end.Explanation.No} ({row.Source})", $"{end.Explanation.En} ({row.Source})"),
            [.. round.PublishedNotices.Where(notice => notice.Key == key)]);
    }

    private static int QuarterOf(LocalDate date) => (date.Month + 2) / 3;

    private static string QuarterKey(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}-q{QuarterOf(date)}");

    private static LocalDate QuarterEnd(LocalDate date) => new LocalDate(date.Year, (QuarterOf(date) * 3), 1).PlusMonths(1).PlusDays(-1);
}
