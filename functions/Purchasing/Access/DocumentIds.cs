using System.Buffers;

namespace Samkjop.Functions.Purchasing.Access;

/// <summary>Ids that requests derive, so that nothing else from an address gets near the store.</summary>
internal static class DocumentIds
{
    private const int HashLength = 20;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether the text is an id of the prefix: <c>{prefix}-</c> and twenty hexadecimal digits.</summary>
    public static bool IsDerived(string id, string prefix) =>
        id.Length == prefix.Length + 1 + HashLength && id.StartsWith($"{prefix}-", StringComparison.Ordinal) && !id.AsSpan(prefix.Length + 1).ContainsAnyExcept(Hexadecimal);
}
