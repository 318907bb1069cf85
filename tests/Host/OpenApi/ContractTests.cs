using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.OpenApi;

namespace Samkjop.Tests.Host.OpenApi;

/// <summary>The contract and the functions say the same.</summary>
public sealed partial class ContractTests
{
    private static readonly Dictionary<string, (string Method, string Path, MethodInfo Info)> Functions = EndpointRules
        .HttpFunctions(typeof(EndpointRules).Assembly)
        .ToDictionary(
            m => m.GetCustomAttribute<FunctionAttribute>()!.Name,
            m =>
            {
                var trigger = m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).First(t => t is not null)!;
                return (trigger.Methods!.Single().ToLowerInvariant(), "/" + Constraint().Replace(trigger.Route!, "{$1}"), m);
            });

    private static readonly Dictionary<string, (string Method, string Path, JsonObject Operation)> Operations = OpenApiContract.Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Where(o => o.Key != "parameters").Select(operation => (path.Key, operation.Key, operation.Value!.AsObject())))
        .ToDictionary(o => o.Item3["operationId"]!.GetValue<string>(), o => (o.Item2, o.Item1, o.Item3));

    [Fact]
    public void Every_HTTP_function_stands_in_the_contract_and_every_operation_is_a_function()
    {
        Assert.Equal(Functions.Keys.Order(StringComparer.Ordinal), Operations.Keys.Order(StringComparer.Ordinal));
        Assert.All(Functions, f => Assert.Equal((f.Value.Method, f.Value.Path), (Operations[f.Key].Method, Operations[f.Key].Path)));
    }

    [Fact]
    public void Only_functions_open_to_all_need_no_token_by_the_contract() => Assert.All(Functions, f =>
    {
        var open = f.Value.Info.GetCustomAttribute<OpenToAllAttribute>() is not null;
        Assert.Equal(open, Operations[f.Key].Operation["security"] is JsonArray { Count: 0 });
    });

    [Fact]
    public void Every_list_is_read_in_pages() => Assert.All(Functions.Where(f => f.Key.StartsWith("List", StringComparison.Ordinal)), f => Assert.Superset(
        new HashSet<string>(StringComparer.Ordinal) { "#/components/parameters/PageSize", "#/components/parameters/Continuation" },
        Parameters(f.Key).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void Every_POST_of_a_caller_asks_for_an_idempotency_key() => Assert.All(Functions.Where(f => f.Value.Method == "post"), f =>
    {
        var open = f.Value.Info.GetCustomAttribute<OpenToAllAttribute>() is not null;
        Assert.Equal(!open, Parameters(f.Key).Contains("#/components/parameters/IdempotencyKey"));
    });

    [Fact]
    public void Every_path_parameter_of_a_function_is_described() => Assert.All(Functions, f =>
    {
        var described = Operations[f.Key].Operation["parameters"]?.AsArray().Select(p => p!["name"]?.GetValue<string>()).OfType<string>() ?? [];
        var shared = OpenApiContract.Document["paths"]![Operations[f.Key].Path]!["parameters"]?.AsArray().Select(p => p!["name"]?.GetValue<string>()).OfType<string>() ?? [];
        var referenced = Parameters(f.Key).Select(r => Resolve(r)["name"]!.GetValue<string>());
        var wanted = PathParameter().Matches(f.Value.Path).Select(m => m.Groups[1].Value).ToList();
        Assert.Empty(wanted.Except(described.Concat(shared).Concat(referenced)));
    });

    [Fact]
    public void Every_endpoint_with_roles_says_how_it_refuses() => Assert.All(
        Functions.Where(f => f.Value.Info.GetCustomAttribute<RequiresRoleAttribute>() is not null),
        f =>
        {
            var answers = Operations[f.Key].Operation["responses"]!.AsObject().Select(r => r.Key).ToHashSet();
            Assert.True(answers.Contains("default") || (answers.Contains("401") && answers.Contains("403")), $"{f.Key} lacks 401 and 403, or default.");
        });

    [Fact]
    public void Every_reference_in_the_contract_leads_somewhere() =>
        Assert.All(References(OpenApiContract.Document).Distinct(), reference => Assert.NotNull(Resolve(reference)));

    private static List<string> Parameters(string function) =>
    [
        .. Operations[function].Operation["parameters"]?.AsArray().Select(p => p!["$ref"]?.GetValue<string>()).OfType<string>() ?? [],
        .. OpenApiContract.Document["paths"]![Operations[function].Path]!["parameters"]?.AsArray().Select(p => p!["$ref"]?.GetValue<string>()).OfType<string>() ?? [],
    ];

    private static JsonNode Resolve(string reference) => reference[2..].Split('/').Aggregate(
        (JsonNode)OpenApiContract.Document,
        (node, part) => node[part] ?? throw new InvalidOperationException($"{reference} leads nowhere."));

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "$ref" && p.Value is JsonValue v ? [v.GetValue<string>()] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex(@"\{([^}:?]+)[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex PathParameter();
}
