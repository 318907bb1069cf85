using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Samkjop.Functions.Http.Tokens;
using Samkjop.People;

namespace Samkjop.Host;

/// <summary>
/// The embedded host's own issuer of tokens, for development and rehearsal: its key lies in the data folder, readable by the owner only.
/// Its tokens go through the same validation as those of Entra ID, ID-porten and Maskinporten.
/// </summary>
public sealed class DevelopmentIssuer : ITokenKeys, IDisposable
{
    public const string Issuer = "https://development.samkjop.invalid";
    public const string Audience = "samkjop";
    private readonly ECDsa _key;
    private readonly ECDsaSecurityKey _securityKey;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    private DevelopmentIssuer(ECDsa key)
    {
        _key = key;
        // The library caches signers by key id for the process; two issuers in one process would share one, and the second outlives the first's key.
        _securityKey = new ECDsaSecurityKey(key) { KeyId = "development", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
    }

    /// <summary>The issuer as configuration names it.</summary>
    public static TrustedIssuer Trusted { get; } = new() { Issuer = Issuer, Audience = Audience, GrantableRoles = [.. Role.All] };

    /// <summary>Opens the issuer of a data folder; makes its key the first time.</summary>
    public static DevelopmentIssuer Open(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, "development-issuer.pem");
        var opened = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            opened.ImportFromPem(File.ReadAllText(path));
        }
        else
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(opened.ExportPkcs8PrivateKeyPem());
        }

        return new DevelopmentIssuer(opened);
    }

    /// <summary>A signed token for the caller.</summary>
    public string Issue(Caller caller, DateTimeOffset now, TimeSpan validFor)
    {
        var claims = new List<Claim> { new("sub", caller.Subject) };
        claims.AddRange(caller.Roles.Order(StringComparer.Ordinal).Select(role => new Claim("roles", role)));
        AddIfSet(claims, "agency", caller.AgencyId);
        AddIfSet(claims, "supplier", caller.SupplierId);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + validFor).UtcDateTime,
            SigningCredentials = new SigningCredentials(_securityKey, SecurityAlgorithms.EcdsaSha256),
        });
    }

    public Task<IEnumerable<SecurityKey>> FindAsync(TrustedIssuer issuer, bool refresh, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<SecurityKey>>(issuer.Issuer == Issuer ? [_securityKey] : []);

    public void Dispose() => _key.Dispose();

    private static void AddIfSet(List<Claim> claims, string type, string? value)
    {
        if (value is not null)
        {
            claims.Add(new Claim(type, value));
        }
    }
}
