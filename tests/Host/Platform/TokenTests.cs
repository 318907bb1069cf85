using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Samkjop.Host;
using Samkjop.People;

namespace Samkjop.Tests.Host.Platform;

/// <summary>Who holds no valid token is nobody, and a role that its issuer may not grant is none.</summary>
public sealed class TokenTests
{
    private static readonly LocalDateTime Morning = new(2021, 3, 24, 9, 0);

    private static string Forged(TestApp app, string issuer = DevelopmentIssuer.Issuer, string audience = DevelopmentIssuer.Audience)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signing = new ECDsaSecurityKey(key) { KeyId = "development", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "admin", ["roles"] = Role.Administrator },
            NotBefore = app.Now.ToDateTimeUtc(),
            Expires = app.Now.Plus(Duration.FromHours(1)).ToDateTimeUtc(),
            SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static async Task<(int Code, string? Problem, string Challenge)> AskAsync(TestApp app, string? authorization)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.App.Address, "/api/") };
        using var request = new HttpRequestMessage(HttpMethod.Get, "agencies");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await http.SendAsync(request);
        var answer = new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), null, null, []);
        return (answer.Code, answer.Problem, response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Only_a_token_of_a_trusted_issuer_in_its_time_is_taken()
    {
        await using var app = await TestApp.StartAsync(Morning);
        var caller = new Caller("admin", [Role.Administrator]);
        var now = app.Now.ToDateTimeOffset();
        var hour = TimeSpan.FromHours(1);
        var good = app.App.Issuer.Issue(caller, now, hour);
        var parts = good.Split('.');
        var unsigned = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";

        Assert.Equal(200, (await AskAsync(app, $"Bearer {good}")).Code);
        foreach (var bad in new[]
        {
            null, "", "Bearer", "Bearer x.y.z", $"Basic {good}", $"Bearer {unsigned}", $"Bearer {parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA",
            $"Bearer {Forged(app)}", $"Bearer {Forged(app, issuer: "https://login.example")}", $"Bearer {Forged(app, audience: "another")}",
            $"Bearer {app.App.Issuer.Issue(caller, now - hour - hour, hour)}", $"Bearer {app.App.Issuer.Issue(caller, now + hour, hour)}",
        })
        {
            Assert.Equal((bad, 401, "not-authenticated", "Bearer"), (bad, (await AskAsync(app, bad)).Code, (await AskAsync(app, bad)).Problem, (await AskAsync(app, bad)).Challenge));
        }
    }

    [Fact]
    public async Task A_role_that_does_not_exist_opens_nothing()
    {
        await using var app = await TestApp.StartAsync(Morning);

        Assert.Equal("role-required", (await app.As("x", "superuser").GetAsync("agencies")).Problem);
    }
}
