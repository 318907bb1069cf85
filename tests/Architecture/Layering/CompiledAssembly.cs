using System.Reflection;
using Mono.Cecil;

namespace Samkjop.Tests.Architecture.Layering;

/// <summary>One of our assemblies as compiled, its types located to their source files.</summary>
internal sealed class CompiledAssembly
{
    private readonly IReadOnlyDictionary<int, string> files;

    private CompiledAssembly(string name)
    {
        var path = Assembly.Load(name).Location;
        Module = ModuleDefinition.ReadModule(path);
        files = SourceMap.Read(path);
    }

    public static CompiledAssembly Host { get; } = new("samkjop");

    public static CompiledAssembly Domain { get; } = new("Samkjop.Domain");

    public static CompiledAssembly DurableTask { get; } = new("Samkjop.Embedded.DurableTask");

    public static CompiledAssembly Functions { get; } = new("Samkjop.Embedded.Functions");

    /// <summary>The Azure app's Program.cs on a host of the tests.</summary>
    public static CompiledAssembly AzureStart { get; } = new("Samkjop.Tests.Azure.Start");

    public static CompiledAssembly ThisOne { get; } = new("Samkjop.Tests.Architecture");

    public ModuleDefinition Module { get; }

    /// <summary>Every source file that gave code or types to the assembly, below the root.</summary>
    public IEnumerable<string> Files => files.Values.Distinct(StringComparer.Ordinal);

    /// <summary>All types with the compiler's nested ones; what the compiler adds at the top level has no file.</summary>
    public IEnumerable<(TypeDefinition Type, string? File)> Types() => Module.GetTypes().Select(type => (type, FileOf(type)));

    public IEnumerable<TypeDefinition> In(string folder) =>
        Types().Where(pair => pair.File?.StartsWith(folder, StringComparison.Ordinal) == true).Select(pair => pair.Type);

    /// <summary>
    /// File below the root, by the type itself, the type around it, or what the compiler nested in it: a type whose methods are all async has its
    /// code in their state machines only.
    /// </summary>
    public string? FileOf(TypeDefinition type)
    {
        for (var at = type; at is not null; at = at.DeclaringType)
            if (files.TryGetValue(at.MetadataToken.ToInt32(), out var file) || at.NestedTypes.Any(nested => files.TryGetValue(nested.MetadataToken.ToInt32(), out file)))
                return file;
        return null;
    }

    /// <summary>File of a type that is referred to from this assembly; null when it lives in another assembly.</summary>
    public string? FileOf(TypeReference reference) =>
        reference.Scope is ModuleDefinition && reference.Resolve() is { } definition ? FileOf(definition) : null;
}
