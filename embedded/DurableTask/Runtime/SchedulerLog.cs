using Microsoft.Extensions.Logging;

namespace Samkjop.Embedded.Runtime;

internal static partial class SchedulerLog
{
    [LoggerMessage(1, LogLevel.Error, "Work of kind {Kind} failed; other work goes on.")]
    public static partial void WorkFailed(ILogger logger, WorkKind kind, Exception exception);
}
