using Microsoft.Extensions.Logging;

namespace Samkjop.Embedded.Functions;

internal static partial class FunctionLog
{
    [LoggerMessage(1, LogLevel.Debug, "Function {Function} answers {Methods} {Route}")]
    public static partial void HttpFunctionMapped(ILogger logger, string function, string methods, string route);

    [LoggerMessage(2, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(ILogger logger, string function, Exception error);

    [LoggerMessage(3, LogLevel.Debug, "The caller of function {Function} left before it was done")]
    public static partial void CallerLeft(ILogger logger, string function);

    [LoggerMessage(4, LogLevel.Warning, "Function {Function} failed at try {Try} and is tried again in {Delay}")]
    public static partial void TriedAgain(ILogger logger, string function, int @try, TimeSpan delay, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "Timer {Function} missed its run of {Due:u} and runs now")]
    public static partial void TimerPastDue(ILogger logger, string function, DateTime due);

    [LoggerMessage(6, LogLevel.Error, "Message {Message} of queue {Queue} failed {Count} times and was moved to {Poison}")]
    public static partial void MessagePoisoned(ILogger logger, long message, string queue, int count, string poison);

    [LoggerMessage(7, LogLevel.Error, "Function {Function} failed on a batch of {Count} changes of container {Container}. They count as read, as on the real host: the sweep has to find them")]
    public static partial void FeedBatchLost(ILogger logger, string function, int count, string container, Exception error);

    [LoggerMessage(8, LogLevel.Warning, "Hostile mode: dropped a batch of {Count} changes of container {Container} before function {Function}")]
    public static partial void FeedBatchDropped(ILogger logger, int count, string container, string function);

    [LoggerMessage(9, LogLevel.Error, "The change feed of container {Container} could not be read for function {Function}; it is read again at the next change or poll")]
    public static partial void FeedUnreadable(ILogger logger, string container, string function, Exception error);

    [LoggerMessage(11, LogLevel.Error, "Queue {Queue} could not be written; the message is kept and delivered again soon")]
    public static partial void QueueUnwritable(ILogger logger, string queue, Exception error);

    [LoggerMessage(10, LogLevel.Information, "{Functions} functions are served at {Address}")]
    public static partial void Serving(ILogger logger, int functions, Uri address);
}
