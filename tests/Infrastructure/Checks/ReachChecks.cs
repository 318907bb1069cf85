using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Checks;

/// <summary>With private networking nothing that keeps data is reached from outside, but for uploads where the parameters say so.</summary>
internal static class ReachChecks
{
    /// <summary>Private endpoints: resource → sub-resources that the app calls.</summary>
    private static IEnumerable<(Resource Resource, string Group)> Called(Deployment deployment) =>
    [
        (deployment.HostStorage, "blob"), (deployment.HostStorage, "queue"), (deployment.HostStorage, "table"),
        (deployment.Documents, "blob"), (deployment.Documents, "queue"),
        (deployment.Cosmos, "Sql"), (deployment.Single("Microsoft.KeyVault/vaults"), "vault"),
    ];

    /// <param name="deployment">One with private networking.</param>
    /// <param name="uploadsFromInternet">Whether suppliers upload to the account itself.</param>
    public static IEnumerable<string> Problems(Deployment deployment, bool uploadsFromInternet)
    {
        foreach (var resource in Called(deployment).Select(called => called.Resource).Distinct().Where(resource => !uploadsFromInternet || !ReferenceEquals(resource.Json, deployment.Documents.Json)))
        {
            if (resource["publicNetworkAccess"] != "Disabled" || (resource.At("networkAcls") is not null && resource["networkAcls/defaultAction"] != "Deny"))
            {
                yield return $"{resource} is reached from outside";
            }
        }

        var endpoints = deployment.Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => (endpoint["privateLinkServiceConnections/0/properties/privateLinkServiceId"], endpoint["privateLinkServiceConnections/0/properties/groupIds/0"])).ToList();
        foreach (var (resource, group) in Called(deployment).Where(called => !endpoints.Contains((called.Resource.Id, called.Group))))
        {
            yield return $"{resource} has no private endpoint for {group}";
        }

        foreach (var endpoint in deployment.Of("Microsoft.Network/privateEndpoints").Where(endpoint => deployment.Below(endpoint, "Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count != 1))
        {
            yield return $"{endpoint} has no name in the network";
        }

        if (deployment.App["virtualNetworkSubnetId"] is null or "")
        {
            yield return "the app calls out past the network";
        }
    }
}
