using Samkjop.Tests.Infrastructure.Compilation;
using YamlDotNet.Serialization;

namespace Samkjop.Tests.Infrastructure.Delivery;

/// <summary>azure.yaml leads azd to what there is.</summary>
public sealed class AzdTests
{
    private static readonly Dictionary<string, object> _azure =
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(Repository.PathOf("azure.yaml")));

    [Fact]
    public void Provisions_the_parameters_for_trying_out()
    {
        var infra = (Dictionary<object, object>)_azure["infra"];

        Assert.Equal("bicep", infra["provider"]);
        Assert.True(File.Exists(Repository.PathOf((string)infra["path"], $"{infra["module"]}.bicepparam")));
        Assert.Equal("dev", infra["module"]);
    }

    [Theory]
    [MemberData(nameof(DeploymentTests.Names), MemberType = typeof(DeploymentTests))]
    public void Deploys_the_app_to_the_resource_that_carries_the_service_s_name(string deployment)
    {
        var (name, service) = Assert.Single((Dictionary<object, object>)_azure["services"]);
        var api = (Dictionary<object, object>)service;

        Assert.Equal(name, Deployments.Of(deployment).App.Json["tags"]!["azd-service-name"]!.GetValue<string>());
        Assert.Equal(("dotnet", "function"), (api["language"], api["host"]));
        Assert.Single(Directory.EnumerateFiles(Repository.PathOf((string)api["project"]), "*.csproj"));
    }
}
