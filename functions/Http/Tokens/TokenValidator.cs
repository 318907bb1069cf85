using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Samkjop.People;

namespace Samkjop.Functions.Http.Tokens;

/// <summary>Turns a bearer token into a <see cref="Caller"/>, or says why not. Lifetimes are judged by the business clock.</summary>
public sealed class TokenValidator(IOptions<TokenOptions> options, ITokenKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The caller, or null with the reason in words.</summary>
    public async Task<(Caller? Caller, string? Reason)> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (IssuerOf(token) is not { } named)
        {
            return (null, "The bearer token is not a JSON Web Token.");
        }

        var issuer = options.Value.Issuers.FirstOrDefault(i => string.Equals(i.Issuer, named, StringComparison.Ordinal));
        if (issuer is null)
        {
            return (null, "The token's issuer is not trusted.");
        }

        var result = await ValidateAsync(token, issuer, refresh: false, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await ValidateAsync(token, issuer, refresh: true, cancellationToken);
        }

        return result.IsValid ? CallerOf(result.ClaimsIdentity, issuer) : (null, ReasonOf(result.Exception));
    }

    /// <summary>Who issued the token, as it says itself; null when it cannot be read, since the look at its shape lets garbled parts through.</summary>
    private string? IssuerOf(string token)
    {
        try
        {
            return _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token).Issuer : null;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, TrustedIssuer issuer, bool refresh, CancellationToken cancellationToken) =>
        await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer,
            ValidAudience = issuer.Audience,
            IssuerSigningKeys = await keys.FindAsync(issuer, refresh, cancellationToken),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            RequireExpirationTime = true,
            LifetimeValidator = IsAlive,
        });

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (notBefore is null || now >= notBefore - Skew) && expires is { } end && now < end + Skew;
    }

    private static (Caller? Caller, string? Reason) CallerOf(ClaimsIdentity claims, TrustedIssuer issuer)
    {
        var subject = claims.FindFirst("sub")?.Value;
        if (string.IsNullOrWhiteSpace(subject))
        {
            return (null, "The token names no subject (sub).");
        }

        var roles = claims.FindAll("roles").Select(c => c.Value).Where(r => issuer.GrantableRoles.Contains(r)).ToImmutableHashSet(StringComparer.Ordinal);
        return (new Caller(subject, roles, claims.FindFirst("agency")?.Value, claims.FindFirst("supplier")?.Value), null);
    }

    private static string ReasonOf(Exception? exception) => exception switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException => "The token has expired or is not valid yet.",
        SecurityTokenInvalidAudienceException => "The token is meant for another audience.",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "The token's signature does not match a key of its issuer.",
        _ => "The token could not be validated.",
    };
}
