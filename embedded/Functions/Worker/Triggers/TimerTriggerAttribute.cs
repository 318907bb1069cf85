using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Starts the function by a schedule in UTC: an NCRONTAB expression of six fields (seconds first) or five,
/// a time span <c>hh:mm:ss</c> between runs, or <c>%Setting%</c> that holds either.
/// </summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    public string Schedule { get; private set; }

    /// <summary>Keeps the last occurrence, so that one missed while the app was down runs at its start. Off for schedules below one minute.</summary>
    public bool UseMonitor { get; set; }

    public bool RunOnStartup { get; set; }
}
