using System.Text;

namespace Samkjop.Azure.Secrets;

/// <summary>
/// From the app's names of secrets to Key Vault's, one to one. Key Vault takes 1–127 of 0–9, a–z, A–Z and '-', and does not tell 'A' from 'a'. Digits,
/// small letters, and a hyphen between two of them stand for themselves; every other byte of UTF-8 becomes '--' and two hexadecimal digits. Two hyphens
/// in a row therefore always begin such a byte, and no two names meet.
/// </summary>
internal static class SecretNames
{
    private const int MaxLength = 127;

    /// <exception cref="ArgumentException">The name is empty, or too long for Key Vault.</exception>
    public static string Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var bytes = Encoding.UTF8.GetBytes(name);
        var mapped = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (IsPlain(bytes, i) || (bytes[i] == '-' && IsPlain(bytes, i - 1) && IsPlain(bytes, i + 1)))
            {
                mapped.Append((char)bytes[i]);
            }
            else
            {
                mapped.Append("--").Append(bytes[i].ToString("x2"));
            }
        }

        return mapped.Length <= MaxLength
            ? mapped.ToString()
            : throw new ArgumentException($"A secret's name of {mapped.Length} characters is too long for Key Vault, which takes {MaxLength}. Nothing was changed; use a shorter name.", nameof(name));
    }

    private static bool IsPlain(byte[] bytes, int at) => at >= 0 && at < bytes.Length && (char.IsAsciiLetterLower((char)bytes[at]) || char.IsAsciiDigit((char)bytes[at]));
}
