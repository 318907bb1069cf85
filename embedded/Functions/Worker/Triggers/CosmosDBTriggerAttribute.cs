using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Starts the function by changed documents of a container. A batch on which the function throws is checkpointed all the same and
/// so lost, unless a retry policy is set: whoever needs every change needs a sweep beside it.
/// </summary>
public sealed class CosmosDBTriggerAttribute : TriggerBindingAttribute
{
    public CosmosDBTriggerAttribute(string databaseName, string containerName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(databaseName);
        ArgumentException.ThrowIfNullOrWhiteSpace(containerName);
        DatabaseName = databaseName;
        ContainerName = containerName;
    }

    public string ContainerName { get; private set; }

    public string DatabaseName { get; private set; }

    public string? Connection { get; set; }

    public string? LeaseContainerName { get; set; }

    public string? LeaseDatabaseName { get; set; }

    public string? LeaseConnection { get; set; }

    public bool CreateLeaseContainerIfNotExists { get; set; }

    /// <summary>Tells apart the functions that read one container with the same lease container.</summary>
    public string? LeaseContainerPrefix { get; set; }

    /// <summary>Milliseconds between polls that found nothing; 0 for the default of 5000.</summary>
    public int FeedPollDelay { get; set; }

    /// <summary>Most documents in one batch; 0 for the default of 100.</summary>
    public int MaxItemsPerInvocation { get; set; }

    public bool StartFromBeginning { get; set; }

    public CosmosDBChangeFeedMode ChangeFeedMode { get; set; } = CosmosDBChangeFeedMode.LatestVersion;
}
