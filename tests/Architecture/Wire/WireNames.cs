using System.Reflection;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Tests.Architecture.Wire;

/// <summary>Finds the names that live longer than the code: in documents, in instances' histories, in queues and in tokens.</summary>
internal static class WireNames
{
    private const BindingFlags Constants = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Domain = typeof(IDocument).Assembly;
    private static readonly Assembly App = Assembly.Load("samkjop");

    /// <summary>One line per name: what it names, then the name.</summary>
    public static IReadOnlyList<string> Current { get; } =
    [
        .. Documents().Concat(Events()).Concat(Functions())
            .Concat(ConstantsOf("container", typeof(Containers)))
            .Concat(ConstantsOf("role", Domain.GetType("Samkjop.People.Role")))
            .Concat(ConstantsOf("mark", typeof(Marks)))
            .Concat(Signals())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Documents() =>
        from type in Domain.GetTypes()
        where type is { IsAbstract: false, IsInterface: false } && typeof(IDocument).IsAssignableFrom(type)
        select $"document {Static(type, nameof(IDocument.Container))}/{Static(type, nameof(IDocument.Kind))}";

    private static IEnumerable<string> Events() =>
        from type in Domain.GetTypes()
        where !type.IsAbstract && type.IsSubclassOf(typeof(DomainEvent))
        select $"event {type.Name}";

    private static IEnumerable<string> Functions() =>
        from type in App.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        from function in method.GetCustomAttributesData()
        where function.AttributeType.Name == "FunctionAttribute"
        select $"{KindOf(method)} {function.ConstructorArguments[0].Value}";

    /// <summary>Names of external events: constants of the app's types that are called Signals.</summary>
    private static IEnumerable<string> Signals() =>
        Domain.GetTypes().Concat(App.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Samkjop", StringComparison.Ordinal) == true && type.Name.EndsWith("Signals", StringComparison.Ordinal))
            .SelectMany(type => ConstantsOf("signal", type));

    private static string KindOf(MethodInfo method) =>
        method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributesData()).Select(a => a.AttributeType.Name).FirstOrDefault(name => name.EndsWith("TriggerAttribute", StringComparison.Ordinal)) switch
        {
            "OrchestrationTriggerAttribute" => "orchestrator",
            "ActivityTriggerAttribute" => "activity",
            _ => "function",
        };

    private static IEnumerable<string> ConstantsOf(string what, Type? type) =>
        (type?.GetFields(Constants) ?? []).Where(field => field is { IsLiteral: true, FieldType: var t } && t == typeof(string))
            .Select(field => $"{what} {field.GetRawConstantValue()}");

    private static object? Static(Type type, string property) =>
        type.GetProperty(property, BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
        ?? throw new InvalidOperationException($"{type} is a document without a public static {property}: state it there, so that the list of wire names can be frozen.");
}
