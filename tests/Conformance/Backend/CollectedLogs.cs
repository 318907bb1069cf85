using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Samkjop.Tests.Conformance.Backend;

/// <summary>Keeps every log line in order.</summary>
public sealed class CollectedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, string Message)> lines = new();

    /// <summary>Messages of one category in the order in which they were written.</summary>
    public IReadOnlyList<string> Of(string category) =>
        [.. lines.Where(line => line.Category == category).Select(line => line.Message)];

    public ILogger CreateLogger(string categoryName) => new Collector(lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Collector(ConcurrentQueue<(string Category, string Message)> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, formatter(state, exception)));
    }
}
