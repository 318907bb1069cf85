namespace Samkjop.Azure;

/// <summary>
/// The sections of the configuration that name Azure's services. They have the shape of the Functions host's identity-based connections
/// (<c>Cosmos__accountEndpoint</c>, <c>Cosmos__credential</c>, <c>Cosmos__clientId</c>), so that triggers and adapters share one set of settings.
/// </summary>
public static class AzureSections
{
    /// <summary>Cosmos DB: <c>accountEndpoint</c>.</summary>
    public const string Cosmos = "Cosmos";

    /// <summary>The storage account of documents and queues: <c>blobServiceUri</c>, <c>queueServiceUri</c>.</summary>
    public const string Storage = "Storage";

    /// <summary>Key Vault: <c>vaultUri</c>.</summary>
    public const string KeyVault = "KeyVault";

    /// <summary>The database in the Cosmos account.</summary>
    public const string Database = "samkjop";
}
