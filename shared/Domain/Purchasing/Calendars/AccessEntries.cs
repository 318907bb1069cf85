using Samkjop.Calendars;
using Samkjop.Purchasing.Access;
using Samkjop.Rules;

namespace Samkjop.Purchasing.Calendars;

/// <summary>When requests for access must be answered, for those who run rounds. An answered one leaves the calendar.</summary>
internal static class AccessEntries
{
    public static CalendarEntry Of(Round round, AccessRequest request) => new(
        request.RequestId,
        new Text($"Svarfrist for innsynskrav: {round.Title.No}", $"Access request to be answered: {round.Title.En}"),
        new Text(
            $"Krav {request.RequestId}. Uten svar innen fem arbeidsdager regnes det som avslått.",
            $"Request {request.RequestId}. Without an answer within five working days it counts as refused."),
        CalendarTime.Deadline(AccessClock.Of(request.ClockFrom, round.Settings, RuleTable.Norwegian).AnswerBy),
        [CalendarAudience.Running]);
}
