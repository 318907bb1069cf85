using NodaTime;
using Samkjop.Calendar;
using Samkjop.People;

namespace Samkjop.Purchasing.AwardNotices;

/// <summary>The officers are told of award notices before they are due.</summary>
public static class AwardNoticeMessages
{
    /// <summary>The notices that the officers are to be reminded of on a day: due within a week, or overdue by less than a month, and not published.</summary>
    public static IEnumerable<AwardNotice> DueOn(IEnumerable<AwardNotice> notices, LocalDate today) => notices.Where(notice =>
        !notice.Outstanding.IsEmpty && today >= notice.Due.PlusDays(-AwardNoticeDates.ReminderDays) && today <= notice.Due.PlusMonths(1));

    /// <summary>The reminder; one per notice and due day.</summary>
    public static OutboundMessage Reminder(Round round, AwardNotice notice, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(notice);
        var (due, lots) = (OsloFormat.Day(notice.Due), string.Join(", ", notice.Outstanding));
        return new OutboundMessage(
            round.RoundId, $"award-notice-{notice.Key}-{notice.Due.Year}-{notice.Due.DayOfYear}", MessageRecipient.Role(Role.ProcurementOfficer),
            new Text($"Kunngjøring av kontraktstildeling innen {due.No}", $"Award notice due on {due.En}"),
            new Text(
                $"Kontraktene for {lots} skal kunngjøres i Doffin og TED. {notice.Explanation.No} Før dag og referanse her når det er gjort.",
                $"The contracts of {lots} are to be published in Doffin and TED. {notice.Explanation.En} Record day and reference here when that is done."),
            $"/api/rounds/{round.RoundId}/award-notices", now);
    }
}
