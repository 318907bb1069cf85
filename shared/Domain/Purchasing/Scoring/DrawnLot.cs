using System.Security.Cryptography;
using System.Text;

namespace Samkjop.Purchasing.Scoring;

/// <summary>
/// A draw between equal bids that anyone can repeat: bids are ordered by <c>SHA-256(seed \n lotId \n bidId)</c> (UTF-8) in hexadecimal, the smallest first.
/// </summary>
/// <remarks>
/// The draw is fair only while nobody who can choose a bid's id knows the seed. So the buyer draws the seed before the invitation, states
/// <see cref="Commitment"/> in it, and reveals the seed at the opening; then bidders can neither steer the draw nor be cheated.
/// </remarks>
public static class DrawnLot
{
    /// <summary>The number drawn by a bid: 64 hexadecimal digits in lower case, compared ordinally.</summary>
    public static string Number(string seed, string lotId, string bidId) => Hash($"{seed}\n{lotId}\n{bidId}");

    /// <summary>What the invitation states: SHA-256 of the seed, 64 hexadecimal digits, which fixes the seed without giving it away.</summary>
    public static string Commitment(string seed) => Hash(seed);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
