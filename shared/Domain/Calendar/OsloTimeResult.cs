using NodaTime;

namespace Samkjop.Calendar;

/// <summary>Which of two instants a repeated local time means, on the night in autumn when the clock is set back.</summary>
public enum RepeatedTime
{
    /// <summary>The first of the two: still summer time (UTC+2).</summary>
    Earlier,

    /// <summary>The second of the two: standard time (UTC+1).</summary>
    Later,
}

/// <summary>What a local time in Norway stands for: one instant, or a reason why it stands for none.</summary>
public abstract record OsloTimeResult
{
    private OsloTimeResult()
    {
    }

    /// <summary>The local time stands for exactly one instant, or the caller said which of two.</summary>
    public sealed record Resolved(Instant Instant) : OsloTimeResult;

    /// <summary>The local time does not exist: the clock was set forward past it.</summary>
    /// <param name="Local">The time that was asked for.</param>
    /// <param name="SkippedFrom">First local time that does not exist that night (02:00).</param>
    /// <param name="SkippedTo">First local time that exists again (03:00).</param>
    public sealed record Skipped(LocalDateTime Local, LocalDateTime SkippedFrom, LocalDateTime SkippedTo) : OsloTimeResult;

    /// <summary>The local time comes twice, since the clock was set back, and the caller did not say which is meant.</summary>
    /// <param name="Local">The time that was asked for.</param>
    /// <param name="Earlier">The first instant (summer time).</param>
    /// <param name="Later">The second instant (standard time).</param>
    public sealed record Ambiguous(LocalDateTime Local, Instant Earlier, Instant Later) : OsloTimeResult;

    /// <summary>No round is held in such a year.</summary>
    /// <param name="Local">The time that was asked for.</param>
    public sealed record Absurd(LocalDateTime Local) : OsloTimeResult;

    /// <summary>The instant, or <see langword="null"/> where the time was refused.</summary>
    public Instant? InstantOrNull => (this as Resolved)?.Instant;

    /// <summary>Why the time was refused and what to do; <see langword="null"/> where it stands for an instant.</summary>
    public Text? Refusal => this switch
    {
        Skipped skipped => new(
            $"Tidspunktet {OsloFormat.Norwegian(skipped.Local)} finnes ikke: klokken stilles frem fra {OsloFormat.NorwegianTime(skipped.SkippedFrom.TimeOfDay)} "
                + $"til {OsloFormat.NorwegianTime(skipped.SkippedTo.TimeOfDay)} den natten. Ingenting er endret; velg et tidspunkt før eller etter.",
            $"The time {OsloFormat.English(skipped.Local)} does not exist: the clock is set forward from {OsloFormat.EnglishTime(skipped.SkippedFrom.TimeOfDay)} "
                + $"to {OsloFormat.EnglishTime(skipped.SkippedTo.TimeOfDay)} that night. Nothing was changed; choose a time before or after."),
        Ambiguous ambiguous => new(
            $"Tidspunktet {OsloFormat.Norwegian(ambiguous.Local)} kommer to ganger den natten, siden klokken stilles tilbake. Ingenting er endret; "
                + $"si om den første ({ambiguous.Earlier}) eller den andre ({ambiguous.Later}) menes.",
            $"The time {OsloFormat.English(ambiguous.Local)} comes twice that night, since the clock is set back. Nothing was changed; "
                + $"say whether the first ({ambiguous.Earlier}) or the second ({ambiguous.Later}) is meant."),
        Absurd absurd => new(
            $"Året {absurd.Local.Year} er utenfor {OsloTime.FirstYear}–{OsloTime.LastYear}. Ingenting er endret; kontroller årstallet.",
            $"The year {absurd.Local.Year} is outside {OsloTime.FirstYear}–{OsloTime.LastYear}. Nothing was changed; check the year."),
        _ => null,
    };
}
