using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Samkjop.Azure.Blobs;

/// <summary>
/// The key with which upload URLs are signed in the name of the app's identity. It is asked for once and kept until too little of it is left; no
/// account key exists. Revoking the account's user delegation keys ends every URL at once.
/// </summary>
/// <param name="client">Asks for the key.</param>
/// <param name="clock">The storage's time.</param>
public sealed class UserDelegationKeys(BlobServiceClient client, TimeProvider clock) : IDisposable
{
    /// <summary>How long a key is good for. Azure allows 7 days.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    /// <summary>A key begins this much before it is asked for, since two clocks never agree.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile UserDelegationKey? _key;

    /// <summary>A key that is good until <paramref name="until"/> at least.</summary>
    public async Task<UserDelegationKey> GetAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (Good(until) is { } kept)
        {
            return kept;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            return Good(until) ?? (_key = await AskAsync(cancellationToken));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private UserDelegationKey? Good(DateTimeOffset until) => _key is { } key && until + ClockSkew <= key.SignedExpiresOn ? key : null;

    private async Task<UserDelegationKey> AskAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var options = new BlobGetUserDelegationKeyOptions(now + Lifetime) { StartsOn = now - ClockSkew };
        return (await client.GetUserDelegationKeyAsync(options, cancellationToken)).Value;
    }
}
