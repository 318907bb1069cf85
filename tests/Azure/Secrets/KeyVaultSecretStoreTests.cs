using System.Net;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Samkjop.Azure;
using Samkjop.Azure.Secrets;
using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Secrets;

public sealed class KeyVaultSecretStoreTests : IDisposable
{
    private const string Name = "webhook-810305432-00112233445566778899";

    private readonly FakeVault _vault = new();
    private readonly KeyVaultSecretStore _store;

    public KeyVaultSecretStoreTests()
    {
        var options = ClientDefaults.Secrets();
        options.Transport = new HttpClientTransport(_vault);
        options.Retry.MaxRetries = 0;
        _store = new KeyVaultSecretStore(new SecretClient(FakeVault.Address, new VaultCredential(), options));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _vault.Dispose();

    [Fact]
    public async Task What_is_set_is_found_and_replaced_at_once()
    {
        Assert.Null(await _store.FindAsync(Name, Cancel));

        await _store.SetAsync(Name, "whsec_1", Cancel);
        Assert.Equal("whsec_1", await _store.FindAsync(Name, Cancel));

        await _store.SetAsync(Name, "retired", Cancel);
        Assert.Equal("retired", await _store.FindAsync(Name, Cancel));
        Assert.Equal([Name], _vault.Secrets.Keys);
    }

    [Fact]
    public async Task Names_that_differ_in_letter_size_only_are_two_secrets()
    {
        await _store.SetAsync("Key", "large", Cancel);
        await _store.SetAsync("key", "small", Cancel);

        Assert.Equal("large", await _store.FindAsync("Key", Cancel));
        Assert.Equal("small", await _store.FindAsync("key", Cancel));
    }

    [Fact]
    public async Task A_deleted_or_disabled_secret_is_none()
    {
        await _store.SetAsync(Name, "whsec_1", Cancel);

        _vault.Disabled.Add(Name);
        Assert.Null(await _store.FindAsync(Name, Cancel));

        _vault.Disabled.Clear();
        _vault.Deleted.Add(Name);
        Assert.Null(await _store.FindAsync(Name, Cancel));
    }

    [Fact]
    public async Task A_name_that_the_vault_keeps_as_deleted_says_what_to_do_and_not_the_value()
    {
        _vault.Deleted.Add(Name);

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.SetAsync(Name, "whsec_1", Cancel));
        Assert.Contains("recover it (az keyvault secret recover) or purge it", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_1", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData(HttpStatusCode.TooManyRequests, "Throttled")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable")]
    public async Task A_vault_that_does_not_serve_is_unavailable(HttpStatusCode status, string code)
    {
        _vault.Failure = FakeVault.Error(status, code);

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.FindAsync(Name, Cancel));
        Assert.StartsWith("Key Vault ", fault.Message, StringComparison.Ordinal);
    }
}
