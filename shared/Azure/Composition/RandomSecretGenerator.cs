using System.Security.Cryptography;
using Samkjop.Ports;

namespace Samkjop.Azure;

/// <summary>Secrets nobody can foresee.</summary>
internal sealed class RandomSecretGenerator : ISecretGenerator
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
