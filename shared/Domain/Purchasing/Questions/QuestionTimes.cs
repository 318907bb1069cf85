using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>Until when questions are taken.</summary>
public static class QuestionTimes
{
    /// <summary>
    /// The cut-off, exclusive: the end of the day that lies the round's <see cref="RoundSettings.QuestionDays"/> before closing, so that it follows a
    /// closing that is moved. Where the window is too short for that, the middle of the time from release to closing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The round's invitation is not released.</exception>
    public static Instant CutOff(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var invitation = round.Invitation ?? throw new InvalidOperationException($"The invitation of round '{round.RoundId}' is not released.");
        var closes = invitation.Window.Closes;
        var day = OsloTime.DateOf(closes).PlusDays(-round.Settings.QuestionDays);
        return day > OsloTime.DateOf(invitation.ReleasedAt)
            ? OsloTime.EndOfDay(day)
            : invitation.ReleasedAt + ((closes - invitation.ReleasedAt) / 2);
    }
}
