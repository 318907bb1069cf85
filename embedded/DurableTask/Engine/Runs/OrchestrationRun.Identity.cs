using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Ids that are the same at each replay.</summary>
internal sealed partial class OrchestrationRun
{
    /// <summary>The namespace that the real engine uses.</summary>
    static readonly byte[] Namespace = new Guid("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    int guids;

    /// <summary>A name-based UUID (RFC 9562, version 5) of instance, time and a counter.</summary>
    public override Guid NewGuid()
    {
        Guard();
        var name = string.Concat(InstanceId, "_", now.ToString("o", CultureInfo.InvariantCulture), "_", guids++.ToString(CultureInfo.InvariantCulture));
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm is that of version 5; nothing is kept secret by it.
        SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
