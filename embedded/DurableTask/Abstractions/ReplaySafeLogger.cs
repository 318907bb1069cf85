using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !context.IsReplaying && logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!context.IsReplaying) logger.Log(logLevel, eventId, state, exception, formatter);
    }
}

sealed class ReplaySafeLoggers(TaskOrchestrationContext context) : ILoggerFactory
{
    public ILoggerFactory Underlying => context.PlainLoggers;

    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, context.PlainLoggers.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Add providers where logging is configured; an orchestration cannot.");

    public void Dispose()
    {
    }
}
