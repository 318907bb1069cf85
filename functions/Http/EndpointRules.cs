using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Samkjop.Functions.Http;

/// <summary>Who may call each HTTP function, read once from its attributes.</summary>
public sealed class EndpointRules
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>?> _rolesByFunction;

    /// <exception cref="InvalidOperationException">An HTTP function declares neither roles nor that it is open to all.</exception>
    public EndpointRules()
        : this(typeof(EndpointRules).Assembly)
    {
    }

    internal EndpointRules(Assembly assembly)
    {
        _rolesByFunction = HttpFunctions(assembly).ToFrozenDictionary(
            m => m.GetCustomAttribute<FunctionAttribute>()!.Name,
            m => m.GetCustomAttribute<OpenToAllAttribute>() is not null
                ? null
                : m.GetCustomAttribute<RequiresRoleAttribute>()?.Roles ?? throw new InvalidOperationException(
                    $"{m.DeclaringType?.Name}.{m.Name} declares neither [RequiresRole] nor [OpenToAll]. Declare who may call it."),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The roles any of which may call; null when the function is open to all.</summary>
    public IReadOnlyList<string>? RolesOf(string function) => _rolesByFunction.TryGetValue(function, out var roles)
        ? roles
        : throw new InvalidOperationException($"No rule is known for the HTTP function '{function}'.");

    internal static IEnumerable<MethodInfo> HttpFunctions(Assembly assembly) => assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null
            && m.GetParameters().Any(p => p.GetCustomAttribute<HttpTriggerAttribute>() is not null));
}
