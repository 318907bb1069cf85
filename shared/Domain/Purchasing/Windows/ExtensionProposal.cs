using NodaTime;
using Samkjop.Calendar;
using Samkjop.Rules;

namespace Samkjop.Purchasing;

/// <summary>The platform proposes to an officer that the window be extended; only a person extends it.</summary>
/// <param name="Since">The late answer or change, UTC.</param>
/// <param name="Closes">The earliest closing on a working day, at the same hour, that leaves the time that the rule asks for.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtensionProposal(Instant Since, Instant Closes, Text Reason);

/// <summary>An answer or change that comes late proposes an extension (<see cref="LegalRules.AnswerBeforeClosing"/>).</summary>
public static class ExtensionProposals
{
    /// <summary>What is proposed after an answer or change at an instant; null when enough time is left, as it is once the window has been extended.</summary>
    /// <param name="round">The round with its invitation; the rule is that of the day of release.</param>
    /// <param name="change">When all were told.</param>
    /// <param name="rules">The law.</param>
    public static ExtensionProposal? After(Round round, Instant change, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(rules);
        if (round.Invitation is not { } invitation
            || rules.Number(LegalRules.AnswerBeforeClosing, OsloTime.DateOf(invitation.ReleasedAt)).PeriodOrNull is not { } period)
        {
            return null;
        }

        var calendar = PlanTimes.CalendarOf(round.Settings);
        var closing = OsloTime.ToLocal(invitation.Window.Closes);
        if (IsInTime(calendar, period, change, closing.Date))
        {
            return null;
        }

        var earliest = EarliestClosing(calendar, period, change, closing.TimeOfDay);
        var (told, closes) = (OsloFormat.Moment(change), OsloFormat.Deadline(invitation.Window.Closes));
        return new ExtensionProposal(change, earliest, new Text(
            $"Leverandørene fikk et svar eller en endring {told.No}, mindre enn {period.Name.No} før tilbudsfristen {closes.No}. Forleng fristen til {OsloFormat.Deadline(earliest).No} eller senere, så alle får tid til å ta hensyn til det.",
            $"The suppliers got an answer or a change {told.En}, less than {period.Name.En} before the closing {closes.En}. Extend the window until {OsloFormat.Deadline(earliest).En} or later, so that all have time to take it into account."));
    }

    /// <summary>The latest closing that answers and corrections propose; null when enough time is left after all of them.</summary>
    public static ExtensionProposal? Of(Round round, IEnumerable<Question> questions, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return questions.SelectMany(question => question.Answers.Select(answer => answer.At)).Concat(TenderDocuments.Corrections(round).Select(correction => correction.Version.At))
            .Select(change => After(round, change, rules)).OfType<ExtensionProposal>().MaxBy(proposal => proposal.Since);
    }

    /// <summary>An hour that the clock skips or repeats would be disputed; the next working day has no such hour.</summary>
    private static Instant EarliestClosing(LegalCalendar calendar, LegalPeriod period, Instant change, LocalTime hour)
    {
        var date = OsloTime.DateOf(change);
        while (true)
        {
            date = calendar.NextWorkingDay(date);
            if (IsInTime(calendar, period, change, date) && OsloTime.ToInstant(date + hour) is OsloTimeResult.Resolved { Instant: var closes })
            {
                return closes;
            }
        }
    }

    private static bool IsInTime(LegalCalendar calendar, LegalPeriod period, Instant change, LocalDate closing) => change < calendar.StartBefore(period, closing).Begins;
}
