using System.Text.Json;

namespace Samkjop.Audit;

/// <summary>One line of an exported log (JSON Lines, <c>application/x-ndjson</c>).</summary>
/// <param name="Number">Running number.</param>
/// <param name="Hash">What binds the entry to all before it; null in an entry from before logs were chained.</param>
/// <param name="Entry">What it says, an <see cref="AuditContent"/>; null while it is sealed.</param>
public sealed record AuditExportLine(long Number, string? Hash, JsonElement? Entry = null);
