using Samkjop.Azure;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>
/// Every adapter and trigger has the role that its calls need, on no more than it calls, and nobody has any other. Ids are those of Microsoft's list of
/// built-in roles.
/// </summary>
internal static class RoleChecks
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string BlobDelegator = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string QueueDataMessageSender = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string SecretsOfficer = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";
    private const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
    private const string DurableTaskDataContributor = "0ad04412-c4d5-4796-b79c-f76d14c8d402";
    private const string CosmosDataContributor = "00000000-0000-0000-0000-000000000002";

    private const string HostAccount = "Microsoft.Storage/storageAccounts/sthost";
    private const string DocumentAccount = "Microsoft.Storage/storageAccounts/stdocs";

    public static IEnumerable<string> Problems(Deployment deployment)
    {
        var expected = Expected(usesScheduler: deployment.Of("Microsoft.DurableTask/schedulers").Count > 0).ToList();
        var granted = Grant.Of(deployment).ToList();
        return expected.Except(granted).Select(grant => $"{grant.Who} lacks {grant.Role} on {grant.What}")
            .Concat(granted.Except(expected).Select(grant => $"{grant.Who} has {grant.Role} on {grant.What}, which nothing needs"));
    }

    private static IEnumerable<Grant> Expected(bool usesScheduler)
    {
        // The host: leases, keys and the deployment package; the task hub, unless a scheduler keeps it.
        yield return new Grant("app", HostAccount, BlobDataOwner);
        if (usesScheduler)
        {
            yield return new Grant("app", "Microsoft.DurableTask/schedulers/dts/taskHubs/samkjop", DurableTaskDataContributor);
        }
        else
        {
            yield return new Grant("app", HostAccount, QueueDataContributor);
            yield return new Grant("app", HostAccount, TableDataContributor);
        }

        // IBlobStore: creates and reads; signs upload addresses by a user delegation key.
        yield return new Grant("app", DocumentAccount, BlobDelegator);
        foreach (var container in Code.BlobContainers)
        {
            yield return new Grant("app", $"{DocumentAccount}/blobServices/default/containers/{container}", BlobDataContributor);
        }

        // IWorkQueue and the triggers, their poison queues too.
        foreach (var queue in Code.Queues)
        {
            yield return new Grant("app", $"{DocumentAccount}/queueServices/default/queues/{queue}", QueueDataContributor);
        }

        // ISecretStore sets secrets.
        yield return new Grant("app", "Microsoft.KeyVault/vaults/kv", SecretsOfficer);

        // IDocumentStore and the change feed.
        yield return new Grant("app", $"Microsoft.DocumentDB/databaseAccounts/cosmos/dbs/{AzureSections.Database}", CosmosDataContributor);

        // Telemetry.
        yield return new Grant("app", "Microsoft.Insights/components/appi", MetricsPublisher);

        // Event Grid.
        yield return new Grant("topic", $"{DocumentAccount}/queueServices/default/queues/{Code.UploadQueue}", QueueDataMessageSender);
        yield return new Grant("topic", $"{HostAccount}/blobServices/default/containers/undelivered-events", BlobDataContributor);
    }
}
