using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Samkjop.Azure;

/// <summary>
/// Options of the SDK's clients: the services' API versions are pinned, so that an upgrade of a package changes none; retries ride out throttling and
/// are bounded, so that a caller gets 503 with Retry-After while he still waits.
/// </summary>
public static class ClientDefaults
{
    /// <summary>Blob Storage.</summary>
    public static BlobClientOptions Blobs() => Bounded(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_04_06));

    /// <summary>Queue Storage; messages as base64, as host.json says.</summary>
    public static QueueClientOptions Queues() => Bounded(new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_04_06) { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>Key Vault's secrets.</summary>
    public static SecretClientOptions Secrets() => Bounded(new SecretClientOptions(SecretClientOptions.ServiceVersion.V7_6));

    private static T Bounded<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(400);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
