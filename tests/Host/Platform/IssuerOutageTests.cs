using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Samkjop.Functions.Http.Tokens;
using Samkjop.People;

namespace Samkjop.Tests.Host.Platform;

/// <summary>While an issuer's keys cannot be had, nobody is let in and nobody is turned away for good.</summary>
public sealed class IssuerOutageTests
{
    [Fact]
    public async Task A_caller_whose_issuer_does_not_answer_is_told_to_try_again()
    {
        await using var app = await TestApp.StartAsync(new LocalDateTime(2021, 3, 24, 9, 0), adapters: services => services.AddSingleton<ITokenKeys, Silent>());
        var answer = await app.As("andre", Role.ProcurementOfficer).GetAsync("rounds");
        Assert.Equal((503, "try-again"), (answer.Code, answer.Problem));
        Assert.Equal(200, (await app.As("anyone", Role.Auditor).GetAsync("health/live")).Code);
    }

    /// <summary>Nobody listens at port 1 of this machine.</summary>
    private sealed class Silent : ITokenKeys
    {
        private readonly OpenIdTokenKeys _keys = new();

        public Task<IEnumerable<SecurityKey>> FindAsync(TrustedIssuer issuer, bool refresh, CancellationToken cancellationToken) =>
            _keys.FindAsync(issuer with { MetadataAddress = "https://127.0.0.1:1/.well-known/openid-configuration" }, refresh, cancellationToken);
    }
}
