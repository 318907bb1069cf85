using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Samkjop.Embedded.Functions.Hosting;

/// <summary>What this host follows of host.json, with the real host's defaults. Sections that it does not know are left alone.</summary>
internal sealed record HostJson
{
    public string RoutePrefix { get; init; } = "api";

    public int BatchSize { get; init; } = 16;

    public int MaxDequeueCount { get; init; } = 5;

    public TimeSpan VisibilityTimeout { get; init; }

    public IReadOnlyDictionary<string, LogLevel> LogLevels { get; init; } = new Dictionary<string, LogLevel>();

    /// <summary>Reads the file; without a path, host.json beside the executable, or the defaults where there is none.</summary>
    /// <exception cref="FunctionStartupException">The file is missing though named, malformed, or holds a value out of range.</exception>
    public static HostJson Read(string? path)
    {
        var file = path ?? Path.Combine(AppContext.BaseDirectory, "host.json");
        if (!File.Exists(file))
            return path is null ? new HostJson() : throw new FunctionStartupException($"There is no host.json at '{path}'. Name the file that the app was built with.");

        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Parse(document.RootElement, file);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new FunctionStartupException($"'{file}' cannot be read as host.json: {error.Message} Correct it.", error);
        }
    }

    private static HostJson Parse(JsonElement root, string file)
    {
        HostJson host = new();
        if (Find(root, "extensions", "http", "routePrefix") is { } prefix)
            host = host with { RoutePrefix = prefix.GetString() ?? "" };
        if (Find(root, "extensions", "queues", "batchSize") is { } batch)
            host = host with { BatchSize = Range(batch.GetInt32(), 1, 32, "extensions.queues.batchSize", file) };
        if (Find(root, "extensions", "queues", "maxDequeueCount") is { } count)
            host = host with { MaxDequeueCount = Range(count.GetInt32(), 1, 1000, "extensions.queues.maxDequeueCount", file) };
        if (Find(root, "extensions", "queues", "visibilityTimeout") is { } timeout)
            host = host with { VisibilityTimeout = Span(timeout, "extensions.queues.visibilityTimeout", file) };
        if (Find(root, "logging", "logLevel") is { ValueKind: JsonValueKind.Object } levels)
            host = host with { LogLevels = levels.EnumerateObject().ToDictionary(l => l.Name, l => Level(l, file)) };
        return host;
    }

    private static JsonElement? Find(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element;
    }

    private static int Range(int value, int least, int most, string name, string file) =>
        value >= least && value <= most
            ? value
            : throw new FunctionStartupException($"'{file}' sets {name} to {value}. Set it to a number from {least} to {most}.");

    private static TimeSpan Span(JsonElement value, string name, string file) =>
        TimeSpan.TryParse(value.GetString(), out var span) && span >= TimeSpan.Zero
            ? span
            : throw new FunctionStartupException($"'{file}' sets {name} to '{value}'. Write a time span as hh:mm:ss.");

    private static LogLevel Level(JsonProperty level, string file) =>
        Enum.TryParse<LogLevel>(level.Value.GetString(), ignoreCase: true, out var known)
            ? known
            : throw new FunctionStartupException($"'{file}' sets the log level of '{level.Name}' to '{level.Value}'. Use one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
}
