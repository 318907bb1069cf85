using Samkjop.Tests.Infrastructure.Checks;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure;

/// <summary>What would be deployed, held against the code. "other" takes the branches that dev and prod do not.</summary>
public sealed class DeploymentTests
{
    public static TheoryData<string> Names => Deployments.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Documents_are_kept_as_the_code_expects(string name) => Assert.Empty(DocumentChecks.Problems(Deployments.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Blobs_and_queues_are_those_of_the_code_and_bids_are_kept(string name) => Assert.Empty(StorageChecks.Problems(Deployments.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Uploads_reach_the_queue_that_the_code_reads(string name) => Assert.Empty(EventChecks.Problems(Deployments.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_app_finds_the_settings_that_it_asks_for(string name) => Assert.Empty(SettingChecks.Problems(Deployments.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Adapters_have_the_roles_that_they_need_and_no_others(string name) => Assert.Empty(RoleChecks.Problems(Deployments.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Nobody_gets_in_by_a_key_or_in_plain_text(string name) => Assert.Empty(LockdownChecks.Problems(Deployments.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Alerts_ask_for_what_the_app_tells(string name) => Assert.Empty(AlertChecks.Problems(Deployments.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_resource_carries_the_name_of_its_environment(string name) =>
        Assert.DoesNotContain(Deployments.Of(name).Resources, resource => resource.Json["tags"] is { } tags && tags["azd-env-name"]?.GetValue<string>() != BicepCommand.Environment["AZURE_ENV_NAME"]);

    [Fact]
    public void No_template_reads_or_gives_back_a_key() => Assert.Empty(LockdownChecks.Keys(BuiltParameters.Template.Text));

    [Fact]
    public void Deploying_again_changes_no_name()
    {
        var names = BuiltParameters.Template.Whole.SelectMany(module => new[] { "utcNow", "newGuid" }.Where(module.Text.Contains)).ToList();

        Assert.Empty(names);
        Assert.All(Deployments.Prod.Of("Microsoft.Authorization/roleAssignments"), assignment => Assert.True(Guid.TryParse(assignment.OwnName, out _)));
    }
}
