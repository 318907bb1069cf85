using System.Reflection;
using Samkjop.Tests.Architecture.Wire;

namespace Samkjop.Tests.Architecture.Endpoints;

/// <summary>Who may call is said at every door, and no door is opened or shut by the host's keys.</summary>
public sealed class EndpointTests
{
    private static IReadOnlyList<(MethodInfo Method, CustomAttributeData Trigger)> HttpFunctions { get; } =
    [
        .. from type in Assembly.Load("samkjop").GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from parameter in method.GetParameters()
           from attribute in parameter.GetCustomAttributesData()
           where attribute.AttributeType.Name == "HttpTriggerAttribute"
           select (method, attribute),
    ];

    [Fact]
    public void Every_HTTP_function_names_roles_or_says_why_it_is_open_to_all()
    {
        var silent = HttpFunctions.Select(f => f.Method)
            .Where(method => Attributes(method, "RequiresRoleAttribute").Concat(Attributes(method, "OpenToAllAttribute")).Count() != 1)
            .Select(Name);
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_role_named_at_a_door_exists()
    {
        var strangers =
            from function in HttpFunctions
            from attribute in Attributes(function.Method, "RequiresRoleAttribute")
            from roles in attribute.ConstructorArguments
            from role in (IEnumerable<CustomAttributeTypedArgument>)roles.Value!
            where !WireNames.Current.Contains($"role {role.Value}")
            select $"{Name(function.Method)}: {role.Value}";
        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_HTTP_trigger_is_anonymous_to_the_host_since_tokens_are_checked_by_our_own_middleware()
    {
        var keyed = HttpFunctions
            .Where(f => f.Trigger.ConstructorArguments is not [{ Value: 0 }, ..])
            .Select(f => Name(f.Method));
        Assert.Empty(keyed);
    }

    [Fact]
    public void No_two_functions_answer_the_same_method_and_route()
    {
        var doubles = HttpFunctions
            .SelectMany(f => Methods(f.Trigger).Select(verb => $"{verb} /{Route(f.Trigger)}"))
            .CountBy(door => door, StringComparer.OrdinalIgnoreCase).Where(door => door.Value > 1).Select(door => door.Key);
        Assert.Empty(doubles);
    }

    private static IEnumerable<CustomAttributeData> Attributes(MethodInfo method, string name) =>
        method.GetCustomAttributesData().Where(attribute => attribute.AttributeType.Name == name || attribute.AttributeType.BaseType?.Name == name);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<string> Methods(CustomAttributeData trigger) =>
        trigger.ConstructorArguments.Select(argument => argument.Value).OfType<IEnumerable<CustomAttributeTypedArgument>>()
            .SelectMany(verbs => verbs).Select(verb => (string)verb.Value!);

    private static string? Route(CustomAttributeData trigger) =>
        trigger.NamedArguments.Where(argument => argument.MemberName == "Route").Select(argument => (string?)argument.TypedValue.Value).SingleOrDefault();
}
