using System.Collections.Immutable;

namespace Samkjop.Sheets;

/// <summary>A column that a sheet is expected to have.</summary>
/// <param name="Name">Its header, Norwegian, in lower case; also the name in findings.</param>
/// <param name="IsRequired">Whether the sheet must have it; its cells may still be empty.</param>
/// <param name="AlsoCalled">Other headers that mean the same, such as the English one. Case never matters.</param>
public sealed record SheetColumn(string Name, bool IsRequired, params ImmutableArray<string> AlsoCalled)
{
    internal bool IsCalled(string header) =>
        string.Equals(header, Name, StringComparison.OrdinalIgnoreCase) || AlsoCalled.Contains(header, StringComparer.OrdinalIgnoreCase);
}
