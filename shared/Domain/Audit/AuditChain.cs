using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samkjop.Serialization;

namespace Samkjop.Audit;

/// <summary>
/// How entries of a log are bound together: each carries SHA-256 of the hash before it, a line feed, and its own content as <see cref="CanonicalJson"/>, so that
/// nothing can be changed, left out, put in or moved without every later hash.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands before the first entry: 64 zeros.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>An entry's hash, lower-case hexadecimal.</summary>
    /// <param name="previous">The hash of the entry before; null for the first, and after an entry that carries none.</param>
    /// <param name="content">What the entry says.</param>
    public static string HashOf(string? previous, AuditContent content) => HashOf(previous, CanonicalJson.BytesOf(content));

    /// <summary>The same of content that was exported.</summary>
    public static string HashOf(string? previous, JsonElement content) => HashOf(previous, CanonicalJson.BytesOf(content));

    private static string HashOf(string? previous, byte[] canonical) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes($"{previous ?? Genesis}\n"), .. canonical]));
}
