using System.Text;

namespace Samkjop.Host.Storage;

/// <summary>
/// From a blob's name to a path below its folder and never outside it: what is no letter, digit, '-', '_' or inner '.' of ASCII is written
/// as %XX, segment by segment.
/// </summary>
internal static class BlobPath
{
    private const int MaxNameLength = 1024;
    private const int MaxSegmentBytes = 255;

    /// <summary>The path of a blob relative to the folder of blobs.</summary>
    /// <exception cref="ArgumentException">The name cannot be a blob's.</exception>
    public static string Of(string container, string name)
    {
        ArgumentNullException.ThrowIfNull(container);
        ArgumentNullException.ThrowIfNull(name);
        if (container.Length is < 3 or > 63 || !container.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || container[0] == '-')
        {
            throw new ArgumentException($"'{container}' cannot be a blob container. Use 3–63 of a–z, 0–9 and '-'.", nameof(container));
        }

        var segments = name.Split('/').Select(Encode).ToArray();
        return name.Length <= MaxNameLength && segments.All(s => s.Length is > 0 and <= MaxSegmentBytes)
            ? Path.Combine([container, .. segments])
            : throw new ArgumentException(
                $"'{name}' cannot be a blob's name. Use at most {MaxNameLength} characters, in parts of 1–{MaxSegmentBytes} between slashes.", nameof(name));
    }

    private static string Encode(string segment)
    {
        var encoded = new StringBuilder(segment.Length);
        foreach (var b in Encoding.UTF8.GetBytes(segment))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c == '.' && encoded.Length > 0))
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append(b.ToString("X2"));
            }
        }

        return encoded.ToString();
    }
}
