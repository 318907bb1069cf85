using Microsoft.Extensions.Configuration;
using Samkjop.Azure.Identity;

namespace Samkjop.Azure;

/// <summary>The vault of secrets and keys, as the section <see cref="AzureSections.KeyVault"/> says it.</summary>
public sealed record KeyVaultSettings
{
    internal const string VaultSetting = "vaultUri";

    /// <summary>The vault's address.</summary>
    public string? VaultUri { get; set; }

    /// <summary>Who the app is there.</summary>
    public IdentitySettings Identity { get; set; } = new(null, null);

    internal void Read(IConfigurationSection section)
    {
        VaultUri = section.Text(VaultSetting);
        Identity = IdentitySettings.Of(section);
    }
}
