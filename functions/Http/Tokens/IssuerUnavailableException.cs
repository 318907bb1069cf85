namespace Samkjop.Functions.Http.Tokens;

/// <summary>The keys of an issuer cannot be had just now, so its tokens can be neither trusted nor refused.</summary>
public sealed class IssuerUnavailableException(string issuer, Exception inner)
    : Exception($"The keys of {issuer}, which signs the token, cannot be had just now. Nothing was changed.", inner)
{
    /// <summary>When trying again is worth it.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(15);
}
