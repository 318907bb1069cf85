using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Discovery;

/// <summary>Finds the functions of the app's assemblies, in the order of their names, or refuses them all with every reason at once.</summary>
internal static class FunctionCatalog
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <exception cref="FunctionStartupException">A function is named twice or bound in a way that either host would not run.</exception>
    public static IReadOnlyList<FunctionEntry> Find(IEnumerable<Assembly> assemblies, FunctionCompiler compiler) =>
        Compile(assemblies.Distinct().SelectMany(Methods), compiler);

    /// <inheritdoc cref="Find"/>
    internal static IReadOnlyList<FunctionEntry> Compile(IEnumerable<(MethodInfo Method, string Name)> methods, FunctionCompiler compiler)
    {
        List<string> problems = [];
        List<FunctionEntry> found = [];
        foreach (var (method, name) in methods)
        {
            try
            {
                found.Add(compiler.Compile(method, name));
            }
            catch (FunctionStartupException refused)
            {
                problems.AddRange(refused.Problems);
            }
        }

        problems.AddRange(Duplicates(found));
        problems.AddRange(SharedTriggers.Problems(found));
        return problems.Count == 0
            ? found.OrderBy(f => f.Name, StringComparer.Ordinal).ToList()
            : throw new FunctionStartupException(problems.Order(StringComparer.Ordinal).ToList());
    }

    private static IEnumerable<(MethodInfo Method, string Name)> Methods(Assembly assembly) =>
        from type in assembly.GetTypes()
        where !type.Name.StartsWith('<')
        from method in type.GetMethods(Declared)
        where method.IsDefined(typeof(FunctionAttribute), inherit: false)
        select (method, method.GetCustomAttribute<FunctionAttribute>()!.Name);

    private static IEnumerable<string> Duplicates(IEnumerable<FunctionEntry> found) =>
        from f in found
        group f by f.Name.ToUpperInvariant() into same
        where same.Count() > 1
        select $"Function name '{same.First().Name}' is used by {string.Join(" and ", same.Select(f => f.Definition.EntryPoint).Order(StringComparer.Ordinal))}. "
            + "Names are unique in an app, letter case aside: rename all but one.";
}
