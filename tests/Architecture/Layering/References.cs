using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Samkjop.Tests.Architecture.Layering;

/// <summary>Every type that a type refers to: bases, members, signatures, attributes, locals and code.</summary>
internal static class References
{
    /// <summary>Outermost, non-generic, non-array types that <paramref name="type"/> refers to, each once.</summary>
    public static IReadOnlyCollection<TypeReference> Of(TypeDefinition type)
    {
        var found = new Dictionary<string, TypeReference>(StringComparer.Ordinal);
        foreach (var reference in Direct(type))
            Collect(reference, found);
        return found.Values;
    }

    /// <summary>Types in a method's code, signature and attributes.</summary>
    public static IEnumerable<TypeReference?> Of(MethodDefinition method)
    {
        var signature = method.Parameters.Select(p => (TypeReference?)p.ParameterType).Append(method.ReturnType)
            .Concat(Attributes(method)).Concat(method.Parameters.SelectMany(Attributes))
            .Concat(method.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType));
        if (!method.HasBody)
            return signature;
        return signature
            .Concat(method.Body.Variables.Select(v => v.VariableType))
            .Concat(method.Body.ExceptionHandlers.Select(h => h.CatchType))
            .Concat(method.Body.Instructions.SelectMany(Operand));
    }

    private static IEnumerable<TypeReference?> Direct(TypeDefinition type) =>
        type.Interfaces.Select(i => (TypeReference?)i.InterfaceType).Append(type.BaseType)
            .Concat(Attributes(type))
            .Concat(type.Fields.SelectMany(f => Attributes(f).Append(f.FieldType)))
            .Concat(type.Properties.SelectMany(Attributes))
            .Concat(type.Methods.SelectMany(Of))
            .Concat(type.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType));

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.HasCustomAttributes ? provider.CustomAttributes.Select(a => a.AttributeType) : [];

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : []],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static void Collect(TypeReference? reference, Dictionary<string, TypeReference> found)
    {
        switch (reference)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments)
                    Collect(argument, found);
                Collect(generic.ElementType, found);
                return;
            case RequiredModifierType modified:
                Collect(modified.ElementType, found);
                return;
            case TypeSpecification specification:
                Collect(specification.ElementType, found);
                return;
            case { DeclaringType: { } outer }:
                Collect(outer, found);
                return;
            default:
                found.TryAdd(reference.FullName, reference);
                return;
        }
    }
}
