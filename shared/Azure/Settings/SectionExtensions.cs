using Microsoft.Extensions.Configuration;

namespace Samkjop.Azure;

internal static class SectionExtensions
{
    /// <summary>A setting's value; null when it is absent or blank.</summary>
    public static string? Text(this IConfigurationSection section, string key) => section[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The section's own value, where a connection string stands; null when it is absent or blank.</summary>
    public static string? Text(this IConfigurationSection section) => string.IsNullOrWhiteSpace(section.Value) ? null : section.Value.Trim();
}
