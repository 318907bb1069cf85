namespace Samkjop.Purchasing;

/// <summary>File names as suppliers send them.</summary>
public static class FileNames
{
    /// <summary>The last part of the path, without characters that are invisible or mean something to shells, browsers or file systems.</summary>
    public static string MadeSafe(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(last.Where(IsSafe)).Trim(' ', '.');
    }

    private static bool IsSafe(char c) =>
        char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '(' or ')' or '+' or ',' or '&';
}
