namespace Samkjop.Tests.Architecture.Parity;

/// <summary>One public type as the list writes it: a header line, then its members.</summary>
/// <param name="Namespace">The namespace, before the colon of the header.</param>
/// <param name="Declaration">Modifiers, kind and name: <c>abstract class AsyncPageable&lt;T&gt;</c>.</param>
/// <param name="Bases">Base class and interfaces that the type adds itself.</param>
/// <param name="Usage">Targets of an AttributeUsage declared on the type itself, or null.</param>
/// <param name="Members">Member lines without indentation; for an enum its one line of names.</param>
/// <param name="Package">Package and version that the rows were taken from.</param>
internal sealed record ApiType(
    string Namespace, string Declaration, IReadOnlyList<string> Bases, string? Usage, IReadOnlyList<string> Members, string Package)
{
    public string Header =>
        $"{Namespace}: {Declaration}{(Bases.Count == 0 ? "" : " : " + string.Join(", ", Bases))}{(Usage is null ? "" : $"   [AttributeUsage({Usage})]")}";

    /// <summary>Namespace and name with type parameters; the same for a list's row and for the type that mirrors it.</summary>
    public string Key => $"{Namespace}.{Declaration[(Declaration.LastIndexOf(' ', Space()) + 1)..]}";

    private int Space()
    {
        var generic = Declaration.IndexOf('<', StringComparison.Ordinal);
        return generic < 0 ? Declaration.Length - 1 : generic;
    }
}
