using System.Text.RegularExpressions;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure.Delivery;

/// <summary>The workflows: pinned, with no more rights than a job needs, and in the order that was agreed.</summary>
public sealed partial class WorkflowTests
{
    private static readonly WorkflowFile _delivery = WorkflowFile.Read("delivery.yml");
    private static readonly WorkflowFile _deploy = WorkflowFile.Read("deploy.yml");

    public static TheoryData<string> Names => ["delivery.yml", "deploy.yml"];

    [Fact]
    public void Every_workflow_is_looked_at() =>
        Assert.Equal(["delivery.yml", "deploy.yml"], Directory.EnumerateFiles(Repository.PathOf(".github", "workflows")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void Actions_are_pinned_to_a_commit_whose_version_is_told(string name) => Assert.Empty(Loose(WorkflowFile.Read(name)));

    [Fact]
    public void A_loose_pin_is_noticed()
    {
        Assert.Equal(["actions/checkout"], Loose(new WorkflowFile("    - uses: actions/checkout@v7 # v7.0.1\n")));
        Assert.Equal(["actions/checkout"], Loose(new WorkflowFile("    - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n")));
    }

    [Fact]
    public void An_action_has_one_version_everywhere() =>
        Assert.All(_delivery.Actions.Concat(_deploy.Actions).GroupBy(use => use.Action), uses => Assert.Single(uses.Select(use => (use.Reference, use.Comment)).Distinct()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_jobs_that_sign_in_get_a_token_and_nobody_may_write(string name)
    {
        var workflow = WorkflowFile.Read(name);

        Assert.Equal([KeyValuePair.Create("contents", "read")], workflow.Permissions);
        foreach (var job in workflow.Jobs.Values)
        {
            var signsIn = job.Uses is not null || job.Steps.Any(step => step.StartsWith("Azure/login@", StringComparison.Ordinal));
            Assert.Equal(signsIn ? ["contents", "id-token"] : [], job.Permissions.Keys.Order(StringComparer.Ordinal));
            Assert.All(job.Permissions, permission => Assert.Equal(permission.Key == "id-token" ? "write" : "read", permission.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_secret_is_kept(string name) => Assert.DoesNotContain("secrets.", WorkflowFile.Read(name).Text, StringComparison.Ordinal);

    [Fact]
    public void Both_solutions_are_built_and_tested_before_anything_is_deployed()
    {
        var verify = _delivery.Jobs["verify"];

        Assert.Contains("./test", verify.Steps);
        Assert.Contains(".ci/build-azure", verify.Steps);
        Assert.Equal("verify", _delivery.Jobs["dev"].Needs);
        Assert.Equal("dev", _delivery.Jobs["prod"].Needs);
        Assert.Contains("refs/heads/main", _delivery.Jobs["dev"].Condition, StringComparison.Ordinal);
        Assert.True(_delivery.HasConcurrency);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void A_stage_is_deployed_by_the_one_workflow_with_its_own_parameters(string stage)
    {
        Assert.Equal("./.github/workflows/deploy.yml", _delivery.Jobs[stage].Uses);
        Assert.Equal(stage, _delivery.Jobs[stage].Inputs["stage"]);
        Assert.True(File.Exists(Repository.PathOf("infra-bicep", $"{stage}.bicepparam")));
    }

    [Fact]
    public void What_would_change_is_shown_before_somebody_is_asked_to_approve()
    {
        var (preview, deploy) = (_deploy.Jobs["preview"], _deploy.Jobs["deploy"]);

        Assert.Contains(preview.Steps, step => step.Contains("deployment sub what-if", StringComparison.Ordinal));
        Assert.DoesNotContain(preview.Steps, step => step.Contains("deployment sub create", StringComparison.Ordinal));
        Assert.Equal("preview", deploy.Needs);
        Assert.Equal("${{ inputs.stage }}", deploy.Environment);
        Assert.NotEqual(deploy.Environment, preview.Environment);
        Assert.True(deploy.HasConcurrency);
        Assert.True(Step(deploy, "deployment sub create") < Step(deploy, "Azure/functions-action@"));
        Assert.True(Step(deploy, "Azure/functions-action@") < Step(deploy, "/api/health/ready"));
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("deploy")]
    public void Jobs_set_what_the_parameter_files_read(string job)
    {
        var read = Directory.EnumerateFiles(Repository.PathOf("infra-bicep"), "*.bicepparam").SelectMany(file => Variables().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        var set = _deploy.Jobs[job].Variables.Append("SAMKJOP_BID_RETENTION_LOCKED");

        Assert.Contains(_deploy.Jobs[job].Steps, step => step.Contains("SAMKJOP_BID_RETENTION_LOCKED=", StringComparison.Ordinal));
        Assert.Empty(read.Distinct().Except(set));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Paths_exist(string name)
    {
        var paths = Paths().Matches(WorkflowFile.Read(name).Text).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Repository.PathOf(path)), $"{path} is absent"));
    }

    [Fact]
    public void The_package_is_built_for_the_backend_that_is_deployed()
    {
        const string variable = "vars.SAMKJOP_DURABLE_BACKEND";

        Assert.Contains(_delivery.Jobs["verify"].Steps, step => step.Contains($"-p:DurableBackend=${{{{ {variable} }}}}", StringComparison.Ordinal));
        Assert.Equal(2, _deploy.Text.Split($"SAMKJOP_DURABLE_BACKEND: ${{{{ {variable} }}}}").Length - 1);
        Assert.Contains("DurableTask.AzureManaged\" Condition=\"'$(DurableBackend)' == 'scheduler'\"", File.ReadAllText(Repository.PathOf("functions", "Samkjop.Functions.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Deploys_with_the_version_of_bicep_that_the_tests_use()
    {
        var version = Regex.Match(File.ReadAllText(Repository.PathOf("Directory.Packages.props")), """Azure\.Bicep\.CommandLine\.linux-x64" Version="([^"]+)""").Groups[1].Value;

        Assert.Equal(2, _deploy.Jobs.Values.Count(job => job.Steps.Contains($"az bicep install --version v{version}")));
    }

    private static int Step(WorkflowJob job, string text) => job.Steps.Select((step, index) => (step, index)).Single(step => step.step.Contains(text, StringComparison.Ordinal)).index;

    private static IEnumerable<string> Loose(WorkflowFile workflow) =>
        workflow.Actions.Where(use => !Commit().IsMatch(use.Reference) || !Version().IsMatch(use.Comment)).Select(use => use.Action);

    [GeneratedRegex("^[0-9a-f]{40}$")]
    private static partial Regex Commit();

    [GeneratedRegex(@"^# v\d+\.\d+\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"readEnvironmentVariable\('([A-Z_]+)'")]
    private static partial Regex Variables();

    [GeneratedRegex(@"(?:run: |: |dotnet publish |\$\()(\.?/?(?:functions|infra-bicep|\.ci|\.github)/[\w./-]+[\w])(?!/?\$)")]
    private static partial Regex Paths();
}
