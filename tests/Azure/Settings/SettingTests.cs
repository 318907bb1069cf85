namespace Samkjop.Tests.Azure.Settings;

/// <summary>Missing or contradictory settings refuse to start and name the setting as whoever deploys writes it.</summary>
public sealed class SettingTests
{
    private const string AccountKey = "c2VjcmV0IHRoYXQgbXVzdCBuZXZlciBiZSBzaG93bg==";
    private const string ConnectionString = $"DefaultEndpointsProtocol=https;AccountName=a;AccountKey={AccountKey};EndpointSuffix=core.windows.net";

    private readonly Dictionary<string, string?> _settings = StartedSettings.Deployed();

    private string[] Faults => StartedSettings.FaultsOf(_settings);

    [Fact]
    public void As_deployed_the_app_starts() => Assert.Empty(Faults);

    [Fact]
    public void Without_credential_whoever_is_signed_in_is_used()
    {
        foreach (var identity in _settings.Keys.Where(name => name.EndsWith("credential", StringComparison.Ordinal) || name.EndsWith("clientId", StringComparison.Ordinal)).ToArray())
        {
            _settings.Remove(identity);
        }

        Assert.Empty(Faults);
    }

    [Theory]
    [InlineData("Storage__blobServiceUri")]
    [InlineData("Storage__queueServiceUri")]
    [InlineData("KeyVault__vaultUri")]
    public void A_missing_or_blank_address_is_told_with_an_example(string setting)
    {
        foreach (var value in (string?[])[null, "", "  "])
        {
            _settings[setting] = value;

            var fault = Assert.Single(Faults);
            Assert.StartsWith($"{setting} is missing. Set it to ", fault, StringComparison.Ordinal);
            Assert.Contains("such as https://", fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_that_is_missing_is_told_at_once()
    {
        _settings.Clear();

        var told = string.Join(' ', Faults);
        Assert.All(
            ["Cosmos__accountEndpoint", "Storage__blobServiceUri", "Storage__queueServiceUri", "KeyVault__vaultUri"],
            setting => Assert.Contains($"{setting} is missing", told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Storage__blobServiceUri", "samkjopdocs", "is no address")]
    [InlineData("Storage__blobServiceUri", "ftp://samkjopdocs.blob.core.windows.net", "is no address")]
    [InlineData("Storage__blobServiceUri", "http://samkjopdocs.blob.core.windows.net", "begins with http://")]
    [InlineData("Storage__queueServiceUri", "http://samkjopdocs.queue.core.windows.net", "begins with http://")]
    [InlineData("KeyVault__vaultUri", "http://samkjop.vault.azure.net", "begins with http://")]
    [InlineData("KeyVault__vaultUri", "https://samkjop.vault.azure.net/secrets/a", "names something within a vault")]
    [InlineData("Storage__blobServiceUri", "https://samkjopdocs.blob.core.windows.net?sv=2020&sig=abc", "holds more than an address")]
    [InlineData("Storage__queueServiceUri", "https://user:word@samkjopdocs.queue.core.windows.net", "holds more than an address")]
    [InlineData("Storage__queueServiceUri", "https://other.queue.core.windows.net", "names another account than Storage__blobServiceUri")]
    [InlineData("Storage__queueServiceUri", "https://samkjopdocs.blob.core.windows.net", "holds a blob endpoint")]
    [InlineData("Storage__blobServiceUri", "https://samkjopdocs.queue.core.windows.net", "holds a queue endpoint")]
    [InlineData("Storage__credential", "managedIdentityy", "names a credential that the app does not know")]
    [InlineData("KeyVault__credential", "clientsecret", "names a credential that the app does not know")]
    [InlineData("Storage__clientId", "samkjop-identity", "is no GUID")]
    [InlineData("Storage__clientSecret", "abc", "holds a secret, and the app shows a managed identity")]
    [InlineData("KeyVault__clientSecret", "abc", "holds a secret, and the app shows a managed identity")]
    [InlineData("KeyVault__clientId", "{11111111-2222-3333-4444-555555555555}", "is no GUID")]
    public void What_cannot_be_is_told(string setting, string value, string fault)
    {
        _settings[setting] = value;

        var told = Assert.Single(Faults);
        Assert.StartsWith($"{setting} {fault}", told, StringComparison.Ordinal);
    }

    [Fact]
    public void An_identity_named_without_its_credential_contradicts()
    {
        _settings.Remove("Storage__credential");

        Assert.StartsWith("Storage__clientId is set without Storage__credential. Set Storage__credential to managedidentity", Assert.Single(Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage")]
    [InlineData("AzureWebJobsStorage")]
    public void A_connection_string_outside_development_refuses_to_start(string setting)
    {
        foreach (var beside in _settings.Keys.Where(name => name.StartsWith($"{setting}__", StringComparison.Ordinal)).ToArray())
        {
            _settings.Remove(beside);
        }

        _settings[setting] = ConnectionString;

        Assert.StartsWith($"{setting} holds a connection string, which is accepted in Development only.", Assert.Single(Faults), StringComparison.Ordinal);
        Assert.Empty(StartedSettings.FaultsOf(_settings, development: true));
    }

    [Fact]
    public void A_connection_string_beside_an_identity_contradicts()
    {
        _settings["Storage"] = ConnectionString;

        var fault = Assert.Single(StartedSettings.FaultsOf(_settings, development: true));
        Assert.Equal(
            "Storage holds a connection string, and Storage__blobServiceUri, Storage__queueServiceUri, Storage__credential, Storage__clientId contradict it. Keep the one or the other.", fault);
    }

    [Fact]
    public void What_is_no_connection_string_is_told_in_development_too()
    {
        var fault = Assert.Single(StartedSettings.FaultsOf(
            new Dictionary<string, string?>(_settings.Where(s => !s.Key.StartsWith("Storage", StringComparison.Ordinal))) { ["Storage"] = "localhost" }, development: true));

        Assert.StartsWith("Storage is no connection string of a storage account.", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void No_message_repeats_a_value()
    {
        var storage = _settings.Keys.Where(name => name.StartsWith("Storage", StringComparison.Ordinal) || name.StartsWith("KeyVault", StringComparison.Ordinal)).ToArray();
        foreach (var wrong in (string[])[ConnectionString, $"https://a.blob.core.windows.net?sig={AccountKey}", $"https://:{AccountKey}@a.blob.core.windows.net", AccountKey])
        {
            foreach (var setting in storage.Append("Storage").Append("AzureWebJobsStorage"))
            {
                var faults = StartedSettings.FaultsOf(new Dictionary<string, string?>(_settings) { [setting] = wrong });

                Assert.NotEmpty(faults);
                Assert.All(faults, fault => Assert.DoesNotContain(AccountKey, fault, StringComparison.Ordinal));
            }
        }
    }
}
