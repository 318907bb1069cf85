using Microsoft.Extensions.Options;

namespace Samkjop.Azure;

/// <summary>Refuses to start with vault settings that are missing, malformed or contradictory.</summary>
internal sealed class KeyVaultSettingsRules : IValidateOptions<KeyVaultSettings>
{
    private const string VaultHolds = "the vault's address, such as https://VAULT.vault.azure.net";

    public ValidateOptionsResult Validate(string? name, KeyVaultSettings options)
    {
        var faults = new SettingFaults(AzureSections.KeyVault);
        var vault = faults.Address(KeyVaultSettings.VaultSetting, options.VaultUri, VaultHolds);
        if (vault is { AbsolutePath: not "/" })
        {
            faults.Add(KeyVaultSettings.VaultSetting, $"names something within a vault. Set it to {VaultHolds}.");
        }

        faults.Identity(options.Identity);
        return faults.Result;
    }
}
