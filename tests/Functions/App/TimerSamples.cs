using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Samkjop.Tests.Functions.App;

public sealed class TimerSamples(Journal journal, TimeProvider time)
{
    private string Now => time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    [Function("Hourly")]
    public void Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer) =>
        journal.Write($"hourly {Now} past={timer.IsPastDue} last={timer.ScheduleStatus!.Last:HH:mm:ss} next={timer.ScheduleStatus.Next:HH:mm:ss}");

    [Function("Configured")]
    public void Configured([TimerTrigger("%Samples:Schedule%")] TimerInfo timer) => journal.Write($"configured {Now}");

    [Function("Interval")]
    public void Interval([TimerTrigger("00:20:00", UseMonitor = false)] TimerInfo timer) =>
        journal.Write($"interval {Now} status={timer.ScheduleStatus is not null}");

    [Function("AtStart")]
    public void AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => journal.Write($"start {Now} past={timer.IsPastDue}");

    [Function("Retried")]
    [FixedDelayRetry(2, "00:00:10")]
    public void Retried([TimerTrigger("0 45 8 * * *")] TimerInfo timer, FunctionContext context)
    {
        journal.Write($"retried {Now} try={context.RetryContext.RetryCount}/{context.RetryContext.MaxRetryCount}");
        throw new InvalidOperationException("not this time");
    }

    [Function("Overrun")]
    [FixedDelayRetry(1, "00:02:30")]
    public void Overrun([TimerTrigger("0 31-33 8 * * *")] TimerInfo timer, FunctionContext context)
    {
        journal.Write($"overrun {Now} try={context.RetryContext.RetryCount}");
        if (context.RetryContext.RetryCount == 0)
            throw new InvalidOperationException("not at first");
    }
}
