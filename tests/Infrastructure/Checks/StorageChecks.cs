using Samkjop.Ports;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>Blob containers and queues are those of the code, and a bid is created once and kept.</summary>
internal static class StorageChecks
{
    private const string ContainerType = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string PolicyType = ContainerType + "/immutabilityPolicies";

    public static IEnumerable<string> Problems(Deployment deployment)
    {
        var account = deployment.Documents;
        return Compared("blob container", Code.BlobContainers, deployment.Below(account, ContainerType))
            .Concat(Compared("queue", Code.Queues, deployment.Below(account, "Microsoft.Storage/storageAccounts/queueServices/queues")))
            .Concat(Retention(deployment));
    }

    /// <summary>The days that bids are kept; null where the policy has been locked and the deployment leaves it alone.</summary>
    public static int? RetentionDays(Deployment deployment) => Policy(deployment)?.At("immutabilityPeriodSinceCreationInDays")?.GetValue<int>();

    private static IEnumerable<string> Retention(Deployment deployment)
    {
        var service = deployment.Below(deployment.Documents, "Microsoft.Storage/storageAccounts/blobServices").Single();
        if (service["isVersioningEnabled"] != "true")
        {
            yield return "the documents' account keeps no versions";
        }

        if (service["deleteRetentionPolicy/enabled"] != "true" || service["containerDeleteRetentionPolicy/enabled"] != "true")
        {
            yield return "what is deleted from the documents' account cannot be brought back";
        }

        foreach (var container in deployment.Below(deployment.Documents, ContainerType).Where(container => container["immutableStorageWithVersioning/enabled"] == "true"))
        {
            yield return $"'{container.OwnName}' has policies of versions, which let a name be overwritten";
        }

        if (Policy(deployment) is not { } policy)
        {
            yield break;
        }

        if (RetentionDays(deployment) is not > 0)
        {
            yield return "bids are kept for no time";
        }

        if (policy["allowProtectedAppendWrites"] == "true" || policy["allowProtectedAppendWritesAll"] == "true")
        {
            yield return "bids can be appended to";
        }
    }

    private static Resource? Policy(Deployment deployment) =>
        deployment.Below(deployment.Documents, PolicyType).SingleOrDefault(policy => policy.Id.Contains($"/containers/{BlobContainers.Bids}/", StringComparison.Ordinal));

    private static IEnumerable<string> Compared(string what, IReadOnlyList<string> expected, IReadOnlyList<Resource> deployed)
    {
        var names = deployed.Select(resource => resource.OwnName).ToList();
        return names.Except(expected, StringComparer.Ordinal).Select(name => $"the {what} '{name}' is nobody's")
            .Concat(expected.Except(names, StringComparer.Ordinal).Select(name => $"the {what} '{name}' is missing"));
    }
}
