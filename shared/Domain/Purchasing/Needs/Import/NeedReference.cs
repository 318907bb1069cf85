using System.Security.Cryptography;
using System.Text;

namespace Samkjop.Purchasing.Import;

/// <summary>An agency's own reference of a need: the same reference is the same need, however often a sheet is imported.</summary>
public static class NeedReference
{
    public const int MaxLength = 60;

    /// <summary>The id of the need that an import creates for a reference.</summary>
    public static string NeedIdOf(string agencyId, string reference) =>
        $"need-{agencyId}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agencyId}\n{reference}")))[..20]}";

    /// <summary>What a sheet calls a need: its reference, or its id where it was reported by hand.</summary>
    public static string Of(Need need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.Reference ?? need.NeedId;
    }
}
