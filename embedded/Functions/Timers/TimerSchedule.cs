using NCrontab;
using Samkjop.Embedded.Functions.Discovery;

namespace Samkjop.Embedded.Functions.Timers;

/// <summary>When a timer fires, in UTC: an NCRONTAB expression, or a constant interval after the last run.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule? _crontab;
    private readonly TimeSpan _interval;

    private TimerSchedule(CrontabSchedule? crontab, TimeSpan interval)
    {
        _crontab = crontab;
        _interval = interval;
    }

    /// <exception cref="FunctionStartupException">The text is neither form.</exception>
    public static TimerSchedule Parse(string text, string function)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields is 5 or 6
            && CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } crontab)
            return new TimerSchedule(crontab, TimeSpan.Zero);
        if (fields == 1 && TimeSpan.TryParse(text, out var interval) && interval > TimeSpan.Zero)
            return new TimerSchedule(null, interval);

        throw FunctionCompiler.Refusal(
            function,
            $"has the schedule '{text}', which is none. Write six fields, seconds first, as in \"0 */15 * * * *\", or an interval as hh:mm:ss.");
    }

    /// <summary>The first occurrence after the instant, exclusive; <see cref="DateTime.MaxValue"/> when none follows.</summary>
    public DateTime Next(DateTime utc) =>
        _crontab is null
            ? utc + _interval
            : DateTime.SpecifyKind(_crontab.GetNextOccurrence(utc, DateTime.MaxValue), DateTimeKind.Utc);

    /// <summary>Too frequent to be monitored: the real host keeps no status of schedules below one minute.</summary>
    public bool IsBelowOneMinute(DateTime utc)
    {
        var first = Next(utc);
        return first != DateTime.MaxValue && Next(first) - first < TimeSpan.FromMinutes(1);
    }
}
