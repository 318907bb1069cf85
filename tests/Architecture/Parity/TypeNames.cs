using System.Reflection;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>
/// Writes types as the lists do: keywords for the commonest primitives, <c>T?</c> for nullable values and nullable references,
/// simple names without namespace, <c>Byte[]</c> (and other primitives that the lists' renderer gave no keyword) by their .NET names.
/// </summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(string)] = "string", [typeof(object)] = "object", [typeof(bool)] = "bool",
        [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double",
    };

    public static string Of(Type type, NullabilityInfo? nullability, bool read = true)
    {
        if (type.IsByRef)
            return "ref " + Of(type.GetElementType()!, nullability, read);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, nullability) + "?";
        var state = nullability is null ? NullabilityState.NotNull : read ? nullability.ReadState : nullability.WriteState;
        var mark = !type.IsValueType && state == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
            return Of(type.GetElementType()!, nullability?.ElementType) + "[]" + mark;
        return Named(type, nullability) + mark;
    }

    /// <summary>The name with type parameters or arguments, no nullability of its own.</summary>
    public static string Named(Type type, NullabilityInfo? nullability = null)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (!type.IsGenericType)
            return type.Name;
        var arguments = type.GetGenericArguments()
            .Select((argument, i) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i)));
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", arguments)}>";
    }
}
