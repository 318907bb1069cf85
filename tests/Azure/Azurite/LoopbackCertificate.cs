using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Samkjop.Tests.Azure.Azurite;

/// <summary>A certificate for 127.0.0.1 made for one test run. Only the tests' own transports trust it, by its thumbprint.</summary>
internal sealed class LoopbackCertificate : IDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly RSA _key = RSA.Create(2048);

    public LoopbackCertificate()
    {
        var request = new CertificateRequest("CN=127.0.0.1", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
    }

    /// <summary>Writes <c>certificate.pem</c> and <c>key.pem</c>, the key for the process's user only.</summary>
    public (string Certificate, string Key) WriteTo(string folder)
    {
        var (certificate, key) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(certificate, _certificate.ExportCertificatePem());
        File.WriteAllText(key, _key.ExportPkcs8PrivateKeyPem());
        return (certificate, key);
    }

    /// <summary>A transport that trusts this certificate and no other.</summary>
    public SocketsHttpHandler Transport() => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == _certificate.GetCertHashString(HashAlgorithmName.SHA256) },
    };

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
