using System.Text.Json.Nodes;
using Samkjop.Tests.Infrastructure.Checks;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure;

/// <summary>Deployments done wrong, one way each, from production's.</summary>
internal static class Mutations
{
    private const string CosmosContainer = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";
    private const string BlobContainer = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Queue = "Microsoft.Storage/storageAccounts/queueServices/queues";
    private const string Subscription = "Microsoft.EventGrid/systemTopics/eventSubscriptions";
    private const string Assignment = "Microsoft.Authorization/roleAssignments";
    private const string Rule = "Microsoft.Insights/scheduledQueryRules";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("a container forgotten", DocumentChecks.Problems, d => d.Remove(d.Single(CosmosContainer, "plans")), "'plans' is missing"),
        new("no leases", DocumentChecks.Problems, d => d.Remove(d.Single(CosmosContainer, "leases")), "'leases' is missing"),
        new("a container too many", DocumentChecks.Problems, d => d.Add(Renamed(d.Single(CosmosContainer, "plans"), "plans", "drafts")), "'drafts' is nobody's"),
        new("another partition key", DocumentChecks.Problems, d => d.Single(CosmosContainer, "rounds").Set("resource/partitionKey", JsonNode.Parse("""{"paths":["/id"]}""")), "'rounds' has partition key /id"),
        new("answers never forgotten", DocumentChecks.Problems, d => d.Single(CosmosContainer, "requests").Set("resource/defaultTtl", null), "'requests' has time to live none"),
        new("marks not indexed", DocumentChecks.Problems, d => d.Single(CosmosContainer, "rounds").At("resource/indexingPolicy/includedPaths")!.AsArray().RemoveAt(1), "'rounds' has included paths"),
        new("everything indexed", DocumentChecks.Problems, d => d.Single(CosmosContainer, "rounds").Set("resource/indexingPolicy/excludedPaths", new JsonArray()), "'rounds' has excluded paths"),
        new("no composite index", DocumentChecks.Problems, d => d.Single(CosmosContainer, "agencies").Set("resource/indexingPolicy/compositeIndexes", null), "'agencies' has composite indexes"),
        new("weaker reads", DocumentChecks.Problems, d => d.Cosmos.Set("consistencyPolicy/defaultConsistencyLevel", "Session"), "the consistency is Session"),
        new("another database", DocumentChecks.Problems, d => d.Single("Microsoft.DocumentDB/databaseAccounts/sqlDatabases").Json["name"] = "cosmos/purchases", "the database is 'purchases'"),
        new("no records", StorageChecks.Problems, d => d.Remove(d.Single(BlobContainer, "records")), "'records' is missing"),
        new("no poison queue", StorageChecks.Problems, d => d.Remove(d.Single(Queue, "bid-uploads-poison")), "'bid-uploads-poison' is missing"),
        new("another queue", StorageChecks.Problems, d => d.Add(Renamed(d.Single(Queue, "webhook-inbox"), "webhook-inbox", "letters")), "'letters' is nobody's"),
        new("no versions", StorageChecks.Problems, d => BlobService(d).Set("isVersioningEnabled", false), "keeps no versions"),
        new("deleted for good", StorageChecks.Problems, d => BlobService(d).Set("deleteRetentionPolicy", null), "cannot be brought back"),
        new("bids appended to", StorageChecks.Problems, d => d.Single(BlobContainer + "/immutabilityPolicies").Set("allowProtectedAppendWrites", true), "can be appended to"),
        new("bids overwritten", StorageChecks.Problems, d => d.Single(BlobContainer, "bids").Set("immutableStorageWithVersioning", new JsonObject { ["enabled"] = true }), "let a name be overwritten"),
        new("bids kept for no time", StorageChecks.Problems, d => d.Single(BlobContainer + "/immutabilityPolicies").Set("immutabilityPeriodSinceCreationInDays", 0), "kept for no time"),
        new("uploads told elsewhere", EventChecks.Problems, d => d.Single(Subscription).Set("deliveryWithResourceIdentity/destination/properties/queueName", "letters"), "do not reach the queue"),
        new("delivery by a key", EventChecks.Problems, d => d.Single(Subscription).Set("deliveryWithResourceIdentity", null), "not delivered to a storage queue"),
        new("records told as bids", EventChecks.Problems, d => d.Single(Subscription).Set("filter/subjectBeginsWith", "/blobServices/default/containers/records/blobs/"), "does not take what is delivered"),
        new("deletions told", EventChecks.Problems, d => d.Single(Subscription).Set("filter/includedEventTypes", new JsonArray("Microsoft.Storage.BlobDeleted")), "does not take what is delivered"),
        new("undelivered events dropped", EventChecks.Problems, d => d.Single(Subscription).Set("deadLetterWithResourceIdentity", null), "is not kept"),
        new("delivery given up early", EventChecks.Problems, d => d.Single(Subscription).Set("retryPolicy/maxDeliveryAttempts", 3), "given up before"),
        new("a topic without identity", EventChecks.Problems, d => d.Single("Microsoft.EventGrid/systemTopics").Json.Remove("identity"), "no identity of its own"),
        new("no address of Cosmos DB", SettingChecks.Problems, d => d.Set("Cosmos__accountEndpoint", null), "Cosmos__accountEndpoint is missing"),
        new("no queue address", SettingChecks.Problems, d => d.Set("Storage__queueServiceUri", null), "Storage__queueServiceUri is missing"),
        new("no vault", SettingChecks.Problems, d => d.Set("KeyVault__vaultUri", null), "KeyVault__vaultUri is missing"),
        new("the host without identity", SettingChecks.Problems, d => d.Set("AzureWebJobsStorage__credential", null), "AzureWebJobsStorage__credential"),
        new("a connection string", SettingChecks.Problems, d => d.Set("Storage", "UseDevelopmentStorage=true"), "which holds a key"),
        new("a setting of other plans", SettingChecks.Problems, d => d.Set("FUNCTIONS_EXTENSION_VERSION", "~4"), "the plan has no use for"),
        new("a setting that is no variable", SettingChecks.Problems, d => d.Set("Tokens:Issuers", "x"), "no name of an environment variable"),
        new("telemetry without identity", SettingChecks.Problems, d => d.Set("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", null), "names no identity"),
        new("telemetry nowhere", SettingChecks.Problems, d => d.Set("APPLICATIONINSIGHTS_CONNECTION_STRING", null), "APPLICATIONINSIGHTS_CONNECTION_STRING is missing"),
        new("an issuer without audience", SettingChecks.Problems, d => d.Set("Tokens__Issuers__1__Audience", null), "lacks an audience"),
        new("a role that is none", SettingChecks.Problems, d => d.Set("Tokens__Issuers__2__GrantableRoles__0", "supplier"), "which is no role"),
        new("suppliers as officers", SettingChecks.Problems, d => d.Set("Tokens__Issuers__1__GrantableRoles__1", "procurement-officer"), "of suppliers and of staff"),
        new("no issuers", SettingChecks.Problems, NoIssuers, "names no issuer"),
        new("history kept for ever", SettingChecks.Problems, d => d.Set("History__RetentionDays", "100000"), "RetentionDays"),
        new("history not set", SettingChecks.Problems, d => d.Set("History__RetentionDays", null), "History__RetentionDays is missing"),
        new("a queue of another account", SettingChecks.Problems, d => d.Set("Storage__queueServiceUri", "https://sthost.queue.core.windows.net/"), "names another account"),
        new("an identity that is none", SettingChecks.Problems, d => d.Set("KeyVault__clientId", "id-api"), "KeyVault__clientId is no GUID"),
        new("a missing role", RoleChecks.Problems, d => d.Remove(RoleOn(d, "/queues/webhook-inbox-poison/")), "app lacks"),
        new("an owner", RoleChecks.Problems, d => RoleOn(d, "/vaults/").Set("roleDefinitionId", "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"), "which nothing needs"),
        new("a role on the whole group", RoleChecks.Problems, Widened, "which nothing needs"),
        new("somebody else", RoleChecks.Problems, d => RoleOn(d, "/vaults/").Set("principalId", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"), "3f2504e0-4f89-11d3-9a0c-0305e82c3301 has"),
        new("documents without a role", RoleChecks.Problems, d => d.Remove(d.Single("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments")), "app lacks 00000000-0000-0000-0000-000000000002"),
        new("keys of storage", LockdownChecks.Problems, d => d.Documents.Set("allowSharedKeyAccess", true), "allowSharedKeyAccess"),
        new("keys of Cosmos DB", LockdownChecks.Problems, d => d.Cosmos.Set("disableLocalAuth", null), "disableLocalAuth unset"),
        new("plain text", LockdownChecks.Problems, d => d.App.Set("httpsOnly", false), "httpsOnly"),
        new("old TLS", LockdownChecks.Problems, d => d.HostStorage.Set("minimumTlsVersion", "TLS1_0"), "TLS1_0"),
        new("public blobs", LockdownChecks.Problems, d => d.Single(BlobContainer, "bids").Set("publicAccess", "Blob"), "publicAccess Blob"),
        new("a vault that can be purged", LockdownChecks.Problems, d => d.Single("Microsoft.KeyVault/vaults").Set("enablePurgeProtection", null), "enablePurgeProtection"),
        new("publishing by password", LockdownChecks.Problems, d => d.Single("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "scm").Set("allow", true), "allow true"),
        new("no backup", LockdownChecks.Problems, d => d.Cosmos.Set("backupPolicy", null), "backupPolicy/type unset"),
        new("a key read", LockdownChecks.Problems, d => d.Set("Storage__key", "[listKeys('x').keys[0].value]"), "'listKeys'"),
        new("no alert for stuck rounds", AlertChecks.Problems, d => d.Remove(RuleFor(d, "stuck-rounds")), "no alert watches samkjop.rounds.stuck"),
        new("an alert for nothing", AlertChecks.Problems, d => Query(d, "relay-behind", "AppMetrics | where Name == \"samkjop.relay.lag\" | summarize OldestSeconds = max(Max)"), "samkjop.relay.lag, which the app never tells"),
        new("an alert that measures nothing", AlertChecks.Problems, d => Query(d, "no-sweep", "AppMetrics | where Name == \"samkjop.sweeps\" | summarize Count = sum(Sum)"), "measures a column"),
        new("an unheard alert", AlertChecks.Problems, d => RuleFor(d, "poison-messages").Set("actions", null), "nobody hears"),
        new("readiness unwatched", AlertChecks.Problems, d => d.Remove(RuleFor(d, "not-ready")), "the app's readiness"),
        new("another page probed", AlertChecks.Problems, d => d.Single("Microsoft.Insights/webtests").Set("Request/RequestUrl", "https://example.no/"), "asks something else"),
        new("an open vault", d => ReachChecks.Problems(d, true), d => d.Single("Microsoft.KeyVault/vaults").Set("publicNetworkAccess", "Enabled"), "is reached from outside"),
        new("an endpoint forgotten", d => ReachChecks.Problems(d, true), d => d.Remove(d.Of("Microsoft.Network/privateEndpoints").First(e => e.Name.Contains("host-table", StringComparison.Ordinal))), "no private endpoint for table"),
        new("an endpoint without name", d => ReachChecks.Problems(d, true), d => d.Remove(d.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups")[0]), "has no name"),
        new("an app past the network", d => ReachChecks.Problems(d, true), d => d.App.Set("virtualNetworkSubnetId", null), "past the network"),
        new("uploads left open", d => ReachChecks.Problems(d, false), _ => { }, "is reached from outside"),
    ];

    private static Resource BlobService(Deployment d) => d.Below(d.Documents, "Microsoft.Storage/storageAccounts/blobServices").Single();

    private static Resource RoleOn(Deployment d, string scope) => d.Of(Assignment).First(assignment => assignment.Id.Contains(scope, StringComparison.Ordinal));

    private static Resource RuleFor(Deployment d, string name) => d.Of(Rule).Single(rule => rule.Name.Contains(name, StringComparison.Ordinal));

    private static void Query(Deployment d, string name, string query) => RuleFor(d, name).At("criteria/allOf/0")!.AsObject()["query"] = query;

    private static void NoIssuers(Deployment d)
    {
        foreach (var setting in d.Settings.Keys.Where(name => name.StartsWith("Tokens__", StringComparison.Ordinal)))
        {
            d.Set(setting, null);
        }
    }

    private static void Widened(Deployment d)
    {
        var role = RoleOn(d, "/vaults/");
        role.Json["id"] = $"/subscriptions/x/resourceGroups/y/providers/{Assignment}/{role.OwnName}";
    }

    private static JsonObject Renamed(Resource resource, string from, string to) => JsonNode.Parse(resource.Json.ToJsonString().Replace($"/{from}", $"/{to}", StringComparison.Ordinal))!.AsObject();
}
