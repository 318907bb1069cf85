using System.Security.Cryptography;

namespace Samkjop.Azure.Keys;

/// <summary>The public half of one version of an RSA key in Key Vault, with which anybody wraps a key for whoever may unwrap.</summary>
/// <param name="Version">The version; unwrapping needs the same one.</param>
/// <param name="Parameters">Modulus and exponent.</param>
public sealed record WrappingKey(string Version, RSAParameters Parameters)
{
    /// <summary>Wraps a symmetric key by RSA-OAEP-256 (RFC 7518, section 4.3).</summary>
    public byte[] Wrap(ReadOnlySpan<byte> key)
    {
        using var rsa = RSA.Create(Parameters);
        return rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
    }
}
