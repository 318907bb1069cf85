using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>What all runs of an engine share.</summary>
internal sealed record RunSettings(DataConverter Converter, ILoggerFactory Loggers, DurableEngineOptions Options)
{
    /// <summary>The text of a payload.</summary>
    /// <exception cref="DurableLimitException">It is too long.</exception>
    public string? Serialize(object? value, string what)
    {
        var text = Converter.Serialize(value);
        Check(text, what);
        return text;
    }

    /// <exception cref="DurableLimitException">It is too long.</exception>
    public void Check(string? payload, string what)
    {
        if (payload is null || payload.Length * 3L <= Options.MaxPayloadBytes) return;
        var size = System.Text.Encoding.UTF8.GetByteCount(payload);
        if (size <= Options.MaxPayloadBytes) return;
        throw new DurableLimitException($"{what} takes {size} bytes; the limit is {Options.MaxPayloadBytes}. Nothing was sent. Keep the data in a document and pass its id.");
    }
}
