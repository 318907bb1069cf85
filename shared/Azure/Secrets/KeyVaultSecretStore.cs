using Azure;
using Azure.Security.KeyVault.Secrets;
using Samkjop.Ports;

namespace Samkjop.Azure.Secrets;

/// <summary>
/// Secrets in Key Vault, the current version of each. Nothing is kept in memory: a retired secret must stop working at once on every machine, and
/// a webhook per delivery is far below what a vault serves (4 000 requests in 10 s). Names are mapped by <see cref="SecretNames"/>.
/// </summary>
/// <param name="client">The vault's client, with retries bounded.</param>
public sealed class KeyVaultSecretStore(SecretClient client) : ISecretStore
{
    internal const string Service = "Key Vault";

    /// <inheritdoc />
    /// <remarks>A secret that was deleted (soft-deleted) or disabled is none.</remarks>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        var mapped = SecretNames.Of(name);
        return CallAsync<string?>(
            async () =>
            {
                try
                {
                    return (await client.GetSecretAsync(mapped, cancellationToken: cancellationToken)).Value.Value;
                }
                catch (RequestFailedException none) when (none.Status == 404 || IsDisabled(none))
                {
                    return null;
                }
            },
            cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="StoreUnavailableException">
    /// The vault cannot be reached, or the name belongs to a soft-deleted secret: whoever deleted it must recover or purge it first.
    /// </exception>
    public async Task SetAsync(string name, string value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var mapped = SecretNames.Of(name);
        try
        {
            await CallAsync(() => client.SetSecretAsync(mapped, value, cancellationToken), cancellationToken);
        }
        catch (RequestFailedException deleted) when (deleted.Status == 409)
        {
            throw new StoreUnavailableException(
                $"Key Vault keeps a deleted secret of the name '{mapped}'. Nothing was changed; recover it (az keyvault secret recover) or purge it, and try again.", deleted);
        }
    }

    // The code of a refusal is "Forbidden" for this and for a lacking role; only the inner error, in the text, tells them apart.
    private static bool IsDisabled(RequestFailedException refusal) => refusal.Status == 403 && refusal.Message.Contains("SecretDisabled", StringComparison.Ordinal);

    private static Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => AzureFaults.GuardAsync(Service, call, cancellationToken);
}
