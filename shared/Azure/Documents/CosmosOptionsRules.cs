using Microsoft.Extensions.Options;
using Samkjop.Azure.Identity;

namespace Samkjop.Azure;

/// <summary>Refuses to start with settings of the document store that are missing, malformed or contradictory.</summary>
/// <param name="development">Whether a connection string and an unencrypted address in it are accepted.</param>
internal sealed class CosmosOptionsRules(bool development) : IValidateOptions<CosmosOptions>
{
    private const string EndpointHolds = "the account's address, such as https://ACCOUNT.documents.azure.com:443/";

    public ValidateOptionsResult Validate(string? name, CosmosOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new SettingFaults(AzureSections.Cosmos);
        if (options.ConnectionString is { } connectionString)
        {
            faults.ConnectionString(development, Beside(options));
            if (!IsConnectionString(connectionString))
            {
                faults.Add($"{AzureSections.Cosmos} is no connection string of an account. Write AccountEndpoint=https://…;AccountKey=…; or remove it.");
            }

            return faults.Result;
        }

        if (faults.Address(CosmosOptions.EndpointSetting, options.AccountEndpoint, EndpointHolds) is { AbsolutePath: not "/" })
        {
            faults.Add(CosmosOptions.EndpointSetting, $"holds more than an account. Set it to {EndpointHolds}.");
        }

        faults.Identity(options.Identity);
        return faults.Result;
    }

    private static IEnumerable<string> Beside(CosmosOptions options)
    {
        (string Setting, string? Value)[] settings =
        [
            (CosmosOptions.EndpointSetting, options.AccountEndpoint),
            (IdentitySettings.CredentialSetting, options.Identity.Credential),
            (IdentitySettings.ClientIdSetting, options.Identity.ClientId),
        ];
        return settings.Where(setting => setting.Value is not null).Select(setting => setting.Setting);
    }

    private static bool IsConnectionString(string text) => CosmosConnectionString.Parse(text) is { } parts
        && Uri.TryCreate(parts.Endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
