using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Functions.Discovery;
using Samkjop.Tests.Functions.App;
using Samkjop.Tests.Functions.Fixture;

namespace Samkjop.Tests.Functions;

public sealed class DiscoveryTests
{
    [Theory]
    [InlineData("NoTrigger", "has no trigger")]
    [InlineData("TwoTriggers", "has 2 triggers")]
    [InlineData("NotPublic", "Make the method and its class public")]
    [InlineData("BadRoute", "is no route template")]
    [InlineData("AdminRoute", "Choose another first segment")]
    [InlineData("RouteAsMethod", "Route = ")]
    [InlineData("UserLevel", "which no host checks")]
    [InlineData("ReturnsPoco", "Return an IResult")]
    [InlineData("ReturnsAction", "Return an IResult")]
    [InlineData("ReturnsValueTask", "Return a Task")]
    [InlineData("WrongTriggerType", "Make it HttpRequest")]
    [InlineData("TakesHttpContext", "null on the real host")]
    [InlineData("NotInRoute", "{c}")]
    [InlineData("OtherCase", "Write both the same way")]
    [InlineData("OptionalButRequired", "nullable")]
    [InlineData("WrongClient", "Make it DurableTaskClient")]
    [InlineData("BadSchedule", "0 */15 * * * *")]
    [InlineData("UnsetSchedule", "'No:Such', which is not set")]
    [InlineData("BadQueue", "3 to 63")]
    [InlineData("RetriedQueue", "only timer and change-feed functions")]
    [InlineData("TwoParameters", "which no binding fills")]
    [InlineData("OneDocument", "Take IReadOnlyList<T>")]
    [InlineData("AllVersions", "Use LatestVersion")]
    [InlineData("InstanceOrchestrator", "Make it static")]
    [InlineData("InterfaceInput", "Take a concrete type")]
    [InlineData("NullableInput", "Take a concrete type")]
    [InlineData("TakesTaskContext", "Take FunctionContext")]
    [InlineData("Overloaded", "Rename all but one")]
    public void A_function_that_a_host_would_not_run_is_refused_with_what_to_do(string method, string says)
    {
        var problem = Assert.Single(Refused(method).Problems);
        Assert.Contains($"Function '{method}'", problem, StringComparison.Ordinal);
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Letters1", "Letters2", "listen to queue 'letters'")]
    [InlineData("Route1", "Route2", "the same route and method (PUT)")]
    [InlineData("Lease1", "Lease2", "LeaseContainerPrefix")]
    [InlineData("Same1", "Same2", "are the same activity")]
    public void Functions_that_would_take_work_from_each_other_are_refused(string one, string other, string says)
    {
        var problem = Assert.Single(Refused(one, other).Problems);
        Assert.Contains($"'{one}' and '{other}'", problem, StringComparison.Ordinal);
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_that_differ_in_method_may_share_a_route() =>
        Assert.Equal(["Route1", "Route3"], FunctionCatalog.Compile([Method("Route1"), Method("Route3")], Compiler()).Select(f => f.Name));

    [Fact]
    public void A_name_used_twice_is_refused_in_any_letter_case()
    {
        var refused = Assert.Throws<FunctionStartupException>(() => FunctionCatalog.Compile(
            [(Method("Route1").Method, "Same"), (Method("Route3").Method, "same")], Compiler()));
        Assert.Contains("BadSamples.Route1 and Samkjop.Tests.Functions.App.BadSamples.Route3", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1st")]
    [InlineData("two words")]
    [InlineData("")]
    public void A_name_that_hosts_refuse_is_refused(string name) =>
        Assert.Throws<FunctionStartupException>(() => FunctionCatalog.Compile([(Method("Route1").Method, name)], Compiler()));

    [Fact]
    public void Every_problem_is_told_at_once() => Assert.Equal(3, Refused("NoTrigger", "BadQueue", "ReturnsPoco").Problems.Count);

    [Fact]
    public async Task What_functions_need_and_nobody_registered_is_refused_before_anything_runs()
    {
        using TestFolder folder = new();
        var refused = await Assert.ThrowsAsync<FunctionStartupException>(() => TestApp.StartAsync(
            b =>
            {
                b.Services.RemoveAll<Visit>().RemoveAll<IChangeFeedSource>();
                b.Configuration["FunctionKeys:Master"] = null;
            },
            folder: folder));
        Assert.Contains(refused.Problems, p => p.Contains("App.GrindBeans cannot be made", StringComparison.Ordinal) && p.Contains("Visit", StringComparison.Ordinal));
        Assert.Contains(refused.Problems, p => p.Contains(nameof(IChangeFeedSource), StringComparison.Ordinal));
        Assert.Contains(refused.Problems, p => p.Contains("'AdminOnly'", StringComparison.Ordinal) && p.Contains("FunctionKeys:Master", StringComparison.Ordinal));
        Assert.DoesNotContain(refused.Problems, p => p.Contains("'Keyed'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"extensions\": ", "cannot be read as host.json")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 99 } } }""", "from 1 to 32")]
    [InlineData("""{ "extensions": { "queues": { "maxDequeueCount": "five" } } }""", "cannot be read as host.json")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "soon" } } }""", "hh:mm:ss")]
    [InlineData("""{ "logging": { "logLevel": { "default": "Loud" } } }""", "Critical")]
    public async Task A_host_json_that_cannot_be_followed_is_refused(string json, string says)
    {
        using TestFolder folder = new(json);
        var refused = await Assert.ThrowsAsync<FunctionStartupException>(() => TestApp.StartAsync(folder: folder));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder.HostJson, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_json_that_is_named_and_not_there_is_refused()
    {
        using TestFolder folder = new();
        await Assert.ThrowsAsync<FunctionStartupException>(() => TestApp.StartAsync(options: o => o with { HostJson = "/nowhere/host.json" }, folder: folder));
    }

    private static FunctionStartupException Refused(params string[] methods) =>
        Assert.Throws<FunctionStartupException>(() => FunctionCatalog.Compile(methods.Select(Method), Compiler()));

    private static (MethodInfo Method, string Name) Method(string name) =>
        (typeof(BadSamples).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).First(m => m.Name == name), name);

    private static FunctionCompiler Compiler() =>
        new(new ParameterBinders(() => throw new InvalidOperationException(), () => throw new InvalidOperationException()), new Settings(new ConfigurationManager()));
}
