using System.Text.RegularExpressions;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <param name="Who"><c>app</c>, <c>topic</c>, or whatever else the assignment names.</param>
/// <param name="What">The scope below the resource group, each account by its prefix alone.</param>
/// <param name="Role">Id of the role definition.</param>
internal sealed partial record Grant(string Who, string What, string Role)
{
    private const string Assignment = "/providers/Microsoft.Authorization/roleAssignments/";

    /// <summary>Every assignment of Azure RBAC, and those of Cosmos DB's own.</summary>
    public static IEnumerable<Grant> Of(Deployment deployment) =>
        deployment.Of("Microsoft.Authorization/roleAssignments").Select(assignment => Of(assignment, assignment.Id[..assignment.Id.IndexOf(Assignment, StringComparison.OrdinalIgnoreCase)]))
            .Concat(deployment.Of("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments").Select(assignment => Of(assignment, assignment["scope"]!)));

    private static Grant Of(Resource assignment, string scope) =>
        new(WhoIs(assignment["principalId"]!), Token().Replace(Prefix().Replace(scope, ""), "$1"), assignment["roleDefinitionId"]!.Split('/')[^1]);

    private static string WhoIs(string principal) => principal switch
    {
        _ when principal.Contains("Microsoft.ManagedIdentity/userAssignedIdentities/id-api-", StringComparison.Ordinal) => "app",
        _ when principal.Contains("Microsoft.EventGrid/systemTopics/", StringComparison.Ordinal) => "topic",
        _ => principal,
    };

    [GeneratedRegex("^/subscriptions/[^/]+(/resourceGroups/[^/]+)?(/providers/)?")]
    private static partial Regex Prefix();

    /// <summary>The suffix that makes names unique: thirteen characters of uniqueString, or a restored account's.</summary>
    [GeneratedRegex("(/(?:st[a-z]+|[a-z]+))(?:-restored|-?[a-z0-9]{13})(?=/|$)")]
    private static partial Regex Token();
}
