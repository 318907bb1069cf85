using System.Security.Cryptography;
using System.Text;
using Samkjop.Ports;

namespace Samkjop.Host;

/// <summary>Secrets nobody can foresee.</summary>
internal sealed class RandomSecretGenerator : ISecretGenerator
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}

/// <summary>
/// The same secrets each time, for rehearsals and tests: the n-th block is HMAC-SHA256 of n under the seed. Whoever knows the seed knows them all, so
/// never in production.
/// </summary>
internal sealed class SeededSecretGenerator(string seed) : ISecretGenerator
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
    private readonly Lock _gate = new();
    private long _block;

    public void Fill(Span<byte> bytes)
    {
        lock (_gate)
        {
            while (!bytes.IsEmpty)
            {
                var block = HMACSHA256.HashData(_key, BitConverter.GetBytes(++_block)).AsSpan();
                var length = Math.Min(block.Length, bytes.Length);
                block[..length].CopyTo(bytes);
                bytes = bytes[length..];
            }
        }
    }
}
