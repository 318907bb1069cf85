using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>
/// Signs URLs with which one blob can be created until an instant, as a shared access signature does on Azure:
/// <c>/blobs/{container}/{name}?se={expiry}&amp;sig={HMAC-SHA256}</c>.
/// </summary>
public sealed class UploadSigner(byte[] key)
{
    private const string SecretName = "blob-upload-key";
    private const int KeyBytes = 32;

    /// <summary>A signer with the key of a secret store; it makes one when there is none.</summary>
    public static async Task<UploadSigner> CreateAsync(ISecretStore secrets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var key = await secrets.FindAsync(SecretName, cancellationToken);
        if (key is null)
        {
            key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
            await secrets.SetAsync(SecretName, key, cancellationToken);
        }

        return new UploadSigner(Convert.FromBase64String(key));
    }

    /// <summary>The URL below <paramref name="address"/>.</summary>
    public Uri Sign(Uri address, string container, string name, Instant expires)
    {
        ArgumentNullException.ThrowIfNull(name);
        var se = InstantPattern.General.Format(expires);
        var path = string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
        return new Uri(address, $"/blobs/{container}/{path}?se={Uri.EscapeDataString(se)}&sig={Signature(container, name, se)}");
    }

    /// <summary>Whether the signature is ours and the URL has not expired at <paramref name="now"/>.</summary>
    public UploadVerdict Verify(string container, string name, string? se, string? sig, Instant now)
    {
        if (se is null || sig is null
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signature(container, name, se)), Encoding.UTF8.GetBytes(sig))
            || !InstantPattern.General.Parse(se).TryGetValue(default, out var expires))
        {
            return UploadVerdict.Forged;
        }

        return now < expires ? UploadVerdict.Valid : UploadVerdict.Expired;
    }

    private string Signature(string container, string name, string se) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"PUT\n{container}\n{name}\n{se}")));
}

/// <summary>What an upload URL is worth.</summary>
public enum UploadVerdict
{
    /// <summary>Ours, and in time.</summary>
    Valid,

    /// <summary>Ours, and too late.</summary>
    Expired,

    /// <summary>Not ours, or altered.</summary>
    Forged,
}
