using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using Samkjop.Azure.Identity;

namespace Samkjop.Azure;

/// <summary>Refuses to start with storage settings that are missing, malformed or contradictory.</summary>
/// <param name="development">Whether a connection string is accepted.</param>
internal sealed class StorageSettingsRules(bool development) : IValidateOptions<StorageSettings>
{
    private const string BlobHolds = "the blob endpoint of the documents account, such as https://ACCOUNT.blob.core.windows.net";
    private const string QueueHolds = "the queue endpoint of the documents account, such as https://ACCOUNT.queue.core.windows.net";

    public ValidateOptionsResult Validate(string? name, StorageSettings options)
    {
        var faults = new SettingFaults(AzureSections.Storage);
        if (options.ConnectionString is { } connectionString)
        {
            faults.ConnectionString(development, Beside(options));
            if (!IsConnectionString(connectionString))
            {
                faults.Add($"{AzureSections.Storage} is no connection string of a storage account. Set it to UseDevelopmentStorage=true for Azurite, or remove it.");
            }

            return faults.Result;
        }

        var blobs = faults.Address(StorageSettings.BlobSetting, options.BlobServiceUri, BlobHolds);
        var queues = faults.Address(StorageSettings.QueueSetting, options.QueueServiceUri, QueueHolds);
        faults.Identity(options.Identity);
        if (blobs is not null && IsOf(blobs, "queue"))
        {
            faults.Add(StorageSettings.BlobSetting, $"holds a queue endpoint. Set it to {BlobHolds}.");
        }

        if (queues is not null && IsOf(queues, "blob"))
        {
            faults.Add(StorageSettings.QueueSetting, $"holds a blob endpoint. Set it to {QueueHolds}.");
        }

        if (blobs is not null && queues is not null && AccountOf(blobs) != AccountOf(queues))
        {
            faults.Add(
                StorageSettings.QueueSetting,
                $"names another account than {faults.NameOf(StorageSettings.BlobSetting)}. Set both to endpoints of the one documents account: uploads are told on its queues.");
        }

        return faults.Result;
    }

    private static IEnumerable<string> Beside(StorageSettings options)
    {
        (string Setting, string? Value)[] settings =
        [
            (StorageSettings.BlobSetting, options.BlobServiceUri),
            (StorageSettings.QueueSetting, options.QueueServiceUri),
            (IdentitySettings.CredentialSetting, options.Identity.Credential),
            (IdentitySettings.ClientIdSetting, options.Identity.ClientId),
        ];
        return settings.Where(setting => setting.Value is not null).Select(setting => setting.Setting);
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new BlobServiceClient(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsOf(Uri address, string service) => Labels(address).Skip(1).Contains(service, StringComparer.OrdinalIgnoreCase);

    // https://ACCOUNT.blob.core.windows.net in Azure, https://127.0.0.1:10000/ACCOUNT for an emulator.
    private static string AccountOf(Uri address) =>
        (address.HostNameType == UriHostNameType.Dns && Labels(address).Length > 1 ? Labels(address)[0] : address.AbsolutePath.Trim('/')).ToLowerInvariant();

    private static string[] Labels(Uri address) => address.HostNameType == UriHostNameType.Dns ? address.Host.Split('.') : [];
}
