using System.Reflection;
using System.Runtime.CompilerServices;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>
/// Renders a type through reflection in the lists' format. Left out, as the lists leave it out: what the compiler adds to records
/// (equality, printing, cloning, deconstruction), overrides of <see cref="object"/>'s members, equality operators and
/// <see cref="IEquatable{T}"/>, private and internal members and accessors, constraints, <c>params</c>, <c>const</c> and <c>readonly</c>.
/// </summary>
internal static class ApiRenderer
{
    public static ApiType Render(Type type)
    {
        var kind = Kind(type);
        var members = type.IsEnum ? [string.Join(", ", Enum.GetNames(type))]
            : kind == "delegate" ? [type.GetMethod("Invoke")!.ToString()!]
            : MemberRenderer.Members(type).ToArray();
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false);
        return new(type.Namespace ?? "", Declaration(type, kind), Bases(type, kind), usage is null ? null : Targets(usage.ValidOn), members, "");
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : IsRecord(type) ? "record" : "class";

    private static string Declaration(Type type, string kind)
    {
        var modifier = kind switch
        {
            "delegate" => "sealed ",
            "class" or "record" when type.IsAbstract && type.IsSealed => "static ",
            "class" or "record" when type.IsAbstract => "abstract ",
            "class" or "record" when type.IsSealed => "sealed ",
            _ => "",
        };
        var nested = type.DeclaringType is null ? "" : TypeNames.Named(type.DeclaringType) + ".";
        return $"{modifier}{(kind == "delegate" ? "class" : kind)} {nested}{TypeNames.Named(type)}";
    }

    private static List<string> Bases(Type type, string kind)
    {
        var bases = new List<string>();
        if (kind is "enum")
            return bases;
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            bases.Add(TypeNames.Named(parent));
        if (kind is "delegate")
            return bases;
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        bases.AddRange(type.GetInterfaces().Except(inherited)
            .Where(face => !(face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(face => TypeNames.Named(face)));
        return bases;
    }

    internal static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null;

    internal static bool IsCompilerMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string Targets(AttributeTargets targets) =>
        targets == AttributeTargets.All ? "All" : targets.ToString();
}
