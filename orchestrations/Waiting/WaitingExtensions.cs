using Microsoft.DurableTask;
using NodaTime;

namespace Samkjop.Orchestrations;

/// <summary>The one right way to wait for people and deadlines.</summary>
public static class WaitingExtensions
{
    /// <summary>Without a nudge the truth is read again this often, should every nudge be lost.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromDays(7);

    /// <summary>After so many looks the caller begins anew, so that the history stays short.</summary>
    private const int MaxLooks = 100;

    /// <summary>
    /// Looks at the truth until it says <paramref name="done"/>: at once, after every nudge, at the instant that the truth itself names, and
    /// once a week. The waiter is armed before each look, so a change between look and wait is not missed; the timer is cancelled when the
    /// nudge comes first, or it would hold the instance alive.
    /// </summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="signal">The nudge to wait for.</param>
    /// <param name="look">Reads the truth through an activity.</param>
    /// <param name="done">Whether the wait is over.</param>
    /// <param name="next">When to look next by the clock; null when only people can change it.</param>
    /// <returns>The truth as last seen; not done when the look budget is used up: begin anew with ContinueAsNew.</returns>
    public static async Task<T> LookUntilAsync<T>(
        this TaskOrchestrationContext context, string signal, Func<Task<T>> look, Func<T, bool> done, Func<T, Instant?> next)
    {
        var nudge = context.WaitForExternalEvent<string>(signal);
        var truth = await look();
        for (var looks = 1; !done(truth) && looks < MaxLooks; looks++)
        {
            using var wait = new CancellationTokenSource();
            var timer = context.CreateTimer(NextLook(context.CurrentUtcDateTime, next(truth)), wait.Token);
            if (await Task.WhenAny(nudge, timer) == nudge)
            {
                // Not CancelAsync, which cancels from another thread: an orchestrator has one of its own.
                wait.Cancel();
                nudge = context.WaitForExternalEvent<string>(signal);
            }

            truth = await look();
        }

        return truth;
    }

    private static DateTime NextLook(DateTime now, Instant? due)
    {
        var heartbeat = now + Heartbeat;
        return due?.ToDateTimeUtc() is { } instant && instant < heartbeat ? instant : heartbeat;
    }
}
