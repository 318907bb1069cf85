#pragma warning disable CA1052, CA1812, CA1051, MA0069, CA2211, CA1710 // Shapes to be rendered, never used.

namespace Samkjop.Tests.Architecture.Parity.Samples;

/// <summary>Declared as <see cref="ParitySelfTests"/>' list has it.</summary>
public abstract class Faithful : Attribute
{
    public const int Limit = 3;
    protected Faithful(string name, string? note = null) => (Name, Note) = (name, note);
    public string Name { get; }
    public string? Note { get; set; }
    public virtual Task<T> ReadAsync<T>(string key, IReadOnlyList<string?>? tags = null, bool deep = true, int? max = null) => Task.FromResult<T>(default!);
    public abstract void Close(byte[] bytes);
    public override string ToString() => Name;
    internal void Hidden() => Close([]);
}

/// <summary>A record as the list has it: what the compiler adds is left out.</summary>
public record FaithfulRecord(string Name, int Count = 1);

/// <summary>Wrong in every way that the test must notice; its list is in <see cref="ParitySelfTests"/>.</summary>
public class Wrong
{
    public string? Nullability { get; }
    public string Setter { get; set; } = "";
    public void ParameterName(int number) => GC.KeepAlive(number);
    public void DefaultValue(int value = 2) => GC.KeepAlive(value);
    public void NotVirtual() => GC.KeepAlive(this);
    public void Additional() => GC.KeepAlive(this);
    public Task<string> Result() => Task.FromResult("");
}

/// <summary>A class where the list has a struct.</summary>
public class WrongKind
{
}

/// <summary>In no list.</summary>
public class Unlisted
{
}

/// <summary>Its usage differs from the list's.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WrongUsageAttribute : Attribute
{
}

/// <summary>Its values differ from the list's.</summary>
public enum WrongEnum
{
    First,
    Second,
}
