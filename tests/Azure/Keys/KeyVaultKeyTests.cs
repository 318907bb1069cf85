using System.Net;
using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Samkjop.Azure.Keys;
using Samkjop.Ports;
using Samkjop.Tests.Azure.Secrets;

namespace Samkjop.Tests.Azure.Keys;

/// <summary>Key Vault's REST API as it is documented: paths, version, algorithm, challenge. The vault is a fake; the RSA is real.</summary>
public sealed class KeyVaultKeyTests : IDisposable
{
    private readonly FakeVault _vault = new();
    private readonly VaultCredential _credential = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _vault.Dispose();

    private KeyVaultKey KeyOf(FakeVault vault, string name = "bids") =>
        new(FakeVault.Address, name, _credential, new KeyVaultKeyOptions { Transport = new HttpClientTransport(vault), Retry = { MaxRetries = 0 } });

    [Fact]
    public async Task What_anybody_wraps_the_vault_unwraps()
    {
        var key = KeyOf(_vault);
        var secret = RandomNumberGenerator.GetBytes(32);

        var wrapping = await key.GetWrappingKeyAsync(Cancel);
        var unwrapped = await key.UnwrapAsync(wrapping.Version, wrapping.Wrap(secret), Cancel);

        Assert.Equal(secret, unwrapped);
        Assert.Equal(FakeVault.Version, wrapping.Version);
    }

    [Fact]
    public async Task The_vault_is_asked_first_which_token_it_wants_and_sees_no_content_before_it_has_one()
    {
        var key = KeyOf(_vault);

        await Assert.ThrowsAsync<KeyVaultKeyException>(() => key.UnwrapAsync(FakeVault.Version, new byte[256], Cancel));
        await key.GetWrappingKeyAsync(Cancel);

        Assert.Equal(
            [
                $"POST /keys/bids/{FakeVault.Version}/unwrapkey?api-version=7.4 without token, 0 bytes",
                $"POST /keys/bids/{FakeVault.Version}/unwrapkey?api-version=7.4 with token, 375 bytes",
                "GET /keys/bids/?api-version=7.4 with token, 0 bytes",
            ],
            _vault.Requests);
        Assert.Equal(1, _credential.Asked);
    }

    [Theory]
    [InlineData("https://vault.example.com")]
    [InlineData("http://vault.azure.net")]
    public async Task No_token_is_sent_for_another_resource_than_the_vaults(string resource)
    {
        using var vault = new FakeVault { Resource = resource };

        var fault = await Assert.ThrowsAsync<KeyVaultKeyException>(() => KeyOf(vault).GetWrappingKeyAsync(Cancel));
        Assert.Contains("No token was sent", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, _credential.Asked);
        Assert.Single(vault.Requests);
    }

    [Fact]
    public async Task A_key_that_is_not_there_and_a_wrapping_that_is_not_its_own_do_not_pass()
    {
        var key = KeyOf(_vault);
        var stranger = RandomNumberGenerator.GetBytes(256);

        Assert.Contains("no key 'other'", (await Assert.ThrowsAsync<KeyVaultKeyException>(() => KeyOf(_vault, "other").GetWrappingKeyAsync(Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("no key 'bids' in that version", (await Assert.ThrowsAsync<KeyVaultKeyException>(() => key.UnwrapAsync("older", stranger, Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("another version", (await Assert.ThrowsAsync<KeyVaultKeyException>(() => key.UnwrapAsync(FakeVault.Version, stranger, Cancel))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden", "role assignments")]
    [InlineData(HttpStatusCode.TooManyRequests, "Throttled", "try again")]
    [InlineData(HttpStatusCode.BadGateway, "BadGateway", "try again")]
    public async Task A_vault_that_does_not_serve_is_unavailable(HttpStatusCode status, string code, string advice)
    {
        _vault.Failure = FakeVault.Error(status, code);

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => KeyOf(_vault).UnwrapAsync(FakeVault.Version, new byte[256], Cancel));
        Assert.Contains(advice, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../secrets")]
    public async Task A_name_or_version_that_leads_elsewhere_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => KeyOf(_vault, text));
        await Assert.ThrowsAsync<ArgumentException>(() => KeyOf(_vault).UnwrapAsync(text, new byte[256], Cancel));
        Assert.Throws<ArgumentException>(() => new KeyVaultKey(new Uri("http://samkjop.vault.azure.net"), "bids", _credential, new KeyVaultKeyOptions()));
        Assert.Empty(_vault.Requests);
    }
}
