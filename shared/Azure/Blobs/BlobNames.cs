namespace Samkjop.Azure.Blobs;

/// <summary>What a blob's name may be, so that no name means another blob after a URL has been tidied up (RFC 3986, section 5.2.4).</summary>
internal static class BlobNames
{
    private const int MaxLength = 1024;

    /// <exception cref="ArgumentException">The name cannot be a blob's.</exception>
    public static void Check(string container, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(container);
        ArgumentNullException.ThrowIfNull(name);
        if (container.Length is < 3 or > 63 || !container.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || container[0] == '-')
        {
            throw new ArgumentException($"'{container}' cannot be a blob container. Use 3–63 of a–z, 0–9 and '-'.", nameof(container));
        }

        if (name.Length > MaxLength || name.EndsWith('.') || name.Split('/', '\\').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException(
                $"'{name}' cannot be a blob's name. Use at most {MaxLength} characters, no empty part, no '.' or '..', and no full stop at the end.", nameof(name));
        }
    }
}
