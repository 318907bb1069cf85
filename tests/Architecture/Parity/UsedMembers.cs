using System.Reflection;
using Mono.Cecil;
using Samkjop.Tests.Architecture.Layering;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>What the sources of a folder use of the embedded assemblies, which stand for the real packages.</summary>
internal static class UsedMembers
{
    /// <summary>Each used type and member once, resolved to where it is declared.</summary>
    public static IEnumerable<MemberInfo> Of(IEnumerable<TypeDefinition> types)
    {
        var used = new HashSet<MemberInfo>();
        foreach (var type in types)
        {
            foreach (var target in References.Of(type).Where(IsEmbedded))
                used.Add(Load(target.Resolve()));
            foreach (var member in Members(type).Where(member => IsEmbedded(member.DeclaringType)))
                used.Add(Load(member));
        }

        return used;
    }

    /// <summary>The type that declares a member, or the type itself.</summary>
    public static Type TypeOf(MemberInfo member) => member as Type ?? member.DeclaringType!;

    private static IEnumerable<MemberReference> Members(TypeDefinition type)
    {
        var code = type.Methods.Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Select(instruction => instruction.Operand)
            .OfType<MemberReference>()
            .Where(operand => operand is MethodReference or FieldReference);
        return code.Concat(Attributes(type).SelectMany(attribute => attribute.Properties
            .Select(property => (MemberReference?)attribute.AttributeType.Resolve().Properties.FirstOrDefault(p => p.Name == property.Name)?.SetMethod)
            .OfType<MemberReference>().Append(attribute.Constructor)));
    }

    private static IEnumerable<CustomAttribute> Attributes(TypeDefinition type) =>
        new Mono.Cecil.ICustomAttributeProvider[] { type }
            .Concat(type.Methods).Concat(type.Properties).Concat(type.Fields).Concat(type.Methods.SelectMany(method => method.Parameters))
            .SelectMany(provider => provider.CustomAttributes);

    // The types that stand for the real start of the app lie beside Program.cs in one assembly.
    private static bool IsEmbedded(TypeReference type) =>
        type.GetElementType() is var plain
        && (plain.Scope.Name.StartsWith("Samkjop.Embedded", StringComparison.Ordinal)
            || plain.Namespace.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal));

    private static Type Load(TypeDefinition type) => (Type)Module(type).ResolveMember(type.MetadataToken.ToInt32())!;

    private static MemberInfo Load(MemberReference member)
    {
        IMemberDefinition definition = member switch
        {
            MethodReference method => method.Resolve(),
            FieldReference field => field.Resolve(),
            _ => throw new InvalidOperationException($"{member.FullName} is neither a method nor a field."),
        };
        var loaded = Module(definition.DeclaringType).ResolveMember(definition.MetadataToken.ToInt32())!;
        return Property(loaded) ?? loaded;
    }

    private static PropertyInfo? Property(MemberInfo accessor) =>
        accessor.DeclaringType!.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(property => Equals(property.GetMethod, accessor) || Equals(property.SetMethod, accessor));

    private static Module Module(TypeDefinition type) => Assembly.Load(type.Module.Assembly.Name.Name).ManifestModule;
}
