using Samkjop.Azure;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>Containers of documents: those of the code, partitioned, indexed and forgetting as it expects, at the consistency it relies on.</summary>
internal static class DocumentChecks
{
    private const string ContainerType = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";

    public static IEnumerable<string> Problems(Deployment deployment)
    {
        var database = deployment.Single("Microsoft.DocumentDB/databaseAccounts/sqlDatabases");
        foreach (var name in Code.FeedTriggers.Select(trigger => trigger.DatabaseName).Append(AzureSections.Database).Where(name => name != database.OwnName))
        {
            yield return $"the database is '{database.OwnName}', the code reads '{name}'";
        }

        if (deployment.Cosmos["consistencyPolicy/defaultConsistencyLevel"] != CosmosContainers.Consistency)
        {
            yield return $"the consistency is {deployment.Cosmos["consistencyPolicy/defaultConsistencyLevel"]}, the code relies on {CosmosContainers.Consistency}";
        }

        var deployed = deployment.Below(database, ContainerType).ToDictionary(container => container.OwnName, StringComparer.Ordinal);
        var expected = CosmosContainers.All.Select(container => container.Name).Union(Code.FeedTriggers.Select(trigger => trigger.LeaseContainerName!), StringComparer.Ordinal).ToList();
        foreach (var name in deployed.Keys.Except(expected, StringComparer.Ordinal))
        {
            yield return $"the container '{name}' is nobody's";
        }

        foreach (var name in expected.Except(deployed.Keys, StringComparer.Ordinal))
        {
            yield return $"the container '{name}' is missing";
        }

        foreach (var problem in CosmosContainers.All.Where(container => deployed.ContainsKey(container.Name)).SelectMany(container => Differences(container, deployed[container.Name])))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Differences(CosmosContainer expected, Resource deployed) =>
        from compared in new (string What, string? Expected, string? Deployed)[]
        {
            ("partition key", expected.PartitionKeyPath, deployed["resource/partitionKey/paths/0"]),
            ("time to live", expected.DefaultTimeToLive?.ToString(), deployed["resource/defaultTtl"]),
            ("included paths", Listed(expected.IncludedPaths), Listed(PathsOf(deployed, "includedPaths"))),
            ("excluded paths", Listed(expected.ExcludedPaths), Listed(PathsOf(deployed, "excludedPaths"))),
            ("composite indexes", Listed(expected.CompositeIndexes.Select(Listed)), Listed(CompositesOf(deployed))),
        }
        where compared.Expected != compared.Deployed
        select $"'{expected.Name}' has {compared.What} {compared.Deployed ?? "none"}, the code expects {compared.Expected ?? "none"}";

    private static IEnumerable<string> CompositesOf(Resource container) =>
        from composite in container.At("resource/indexingPolicy/compositeIndexes")?.AsArray() ?? []
        select Listed(composite!.AsArray().Select(path => path!["order"]?.GetValue<string>() == "descending" ? $"-{path["path"]}" : $"{path!["path"]}"));

    private static IEnumerable<string> PathsOf(Resource container, string member) =>
        (container.At($"resource/indexingPolicy/{member}")?.AsArray() ?? []).Select(path => path!["path"]!.GetValue<string>());

    private static string Listed(IEnumerable<string> items) => string.Join(" + ", items);
}
