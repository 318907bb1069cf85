namespace Samkjop.Sheets;

/// <summary>Texts in files that a spreadsheet program opens: none begins a formula there, whoever wrote it (CWE-1236).</summary>
public static class SheetText
{
    private const string Signs = "=+-@\t\r";

    /// <summary>The text with an apostrophe in front where it would else begin a formula.</summary>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && (Signs.Contains(text[0]) || IsGuarded(text)) ? "'" + text : text;
    }

    /// <summary>The text that <see cref="Safe"/> was given.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsGuarded(text) ? text[1..] : text;
    }

    private static bool IsGuarded(string text) => text.TrimStart('\'') is var rest && rest.Length > 0 && rest.Length < text.Length && Signs.Contains(rest[0]);
}
