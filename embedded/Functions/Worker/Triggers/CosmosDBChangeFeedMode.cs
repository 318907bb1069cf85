namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the change feed tells: the latest version of each changed item, or every version and deletion.</summary>
public enum CosmosDBChangeFeedMode
{
    LatestVersion = 0,
    AllVersionsAndDeletes = 1,
}
