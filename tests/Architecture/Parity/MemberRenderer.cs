using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>Renders constructors, properties, fields and methods that a type declares itself and that a user or a subclass can reach.</summary>
internal static class MemberRenderer
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Members(Type type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var constructor in type.GetConstructors(Declared).Where(c => !c.IsStatic && Reachable(c)))
            yield return Constructor(constructor, nullability);
        foreach (var property in type.GetProperties(Declared))
            if (Property(property, nullability) is { } line)
                yield return line;
        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly))
            yield return Field(field, nullability);
        foreach (var method in type.GetMethods(Declared).Where(m => Reachable(m) && !LeftOut(m)))
            yield return Method(method, nullability);
        foreach (var nested in type.GetNestedTypes().Where(t => t.IsNestedPublic || t.IsNestedFamily))
            yield return $"nested {TypeNames.Named(nested)}";
    }

    /// <summary>One member's line, reachable or not.</summary>
    public static string Render(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => Constructor(constructor, new NullabilityInfoContext()),
        PropertyInfo property => Property(property, new NullabilityInfoContext()) ?? $"internal {property.Name}",
        FieldInfo field => Field(field, new NullabilityInfoContext()),
        MethodInfo method => Method(method, new NullabilityInfoContext()),
        _ => member.Name,
    };

    private static string Constructor(ConstructorInfo constructor, NullabilityInfoContext nullability) =>
        $"{Access(constructor)} {Simple(constructor.DeclaringType!)}({Parameters(constructor, nullability)})";

    private static string Field(FieldInfo field, NullabilityInfoContext nullability) =>
        $"{(field.IsPublic ? "public" : "protected")} {(field.IsStatic ? "static " : "")}{TypeNames.Of(field.FieldType, nullability.Create(field))} {field.Name}";

    private static string? Property(PropertyInfo property, NullabilityInfoContext context)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(Reachable).ToArray();
        if (accessors.Length == 0 || property.Name == "EqualityContract")
            return null;
        var getter = property.GetMethod is { } get && Reachable(get) ? " get;" : "";
        var setter = property.SetMethod is { } set && Reachable(set) ? IsInit(set) ? " init;" : " set;" : "";
        var first = accessors.FirstOrDefault(a => a.IsPublic) ?? accessors[0];
        var info = context.Create(property);
        return $"{Access(first)} {Modifiers(first)}{TypeNames.Of(property.PropertyType, info, property.GetMethod is not null)} {property.Name} {{{getter}{setter} }}";
    }

    private static string Method(MethodInfo method, NullabilityInfoContext context)
    {
        var generic = method.IsGenericMethodDefinition
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        var result = TypeNames.Of(method.ReturnType, context.Create(method.ReturnParameter));
        return $"{Access(method)} {Modifiers(method)}{result} {method.Name}{generic}({extension}{Parameters(method, context)})";
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext context) =>
        string.Join(", ", method.GetParameters().Select(parameter =>
        {
            var info = context.Create(parameter);
            var type = TypeNames.Of(parameter.ParameterType, info, read: false);
            return $"{type} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter.DefaultValue)}" : "")}";
        }));

    private static string Default(object? value) =>
        value is null ? "default" : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static bool Reachable(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public" : Reachable(method) ? "protected" : "internal";

    private static string Simple(Type type) =>
        type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic)
            return "static ";
        if (method.DeclaringType!.IsInterface)
            return "";
        if (method.GetBaseDefinition().DeclaringType != method.DeclaringType)
            return "override ";
        return method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool LeftOut(MethodInfo method) =>
        (method.IsSpecialName && method.Name is not ("op_Implicit" or "op_Explicit"))
        || method.Name is "<Clone>$"
        || method.GetBaseDefinition().DeclaringType == typeof(object) || method.GetBaseDefinition().DeclaringType == typeof(ValueType)
        || (method.Name == nameof(Equals) && method.GetParameters() is [var only] && only.ParameterType == method.DeclaringType)
        || (method.DeclaringType is { } type && (ApiRenderer.IsRecord(type) || type.IsValueType)
            && ApiRenderer.IsCompilerMade(method) && method.Name is "Deconstruct" or "PrintMembers" or "Equals");
}
