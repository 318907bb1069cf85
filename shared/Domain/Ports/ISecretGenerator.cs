namespace Samkjop.Ports;

/// <summary>The source of secrets. Unpredictable in production; seeded in a rehearsal, so that it can be repeated.</summary>
public interface ISecretGenerator
{
    /// <summary>Fills with random bytes.</summary>
    void Fill(Span<byte> bytes);
}
