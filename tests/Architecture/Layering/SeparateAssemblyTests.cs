using Mono.Cecil;

namespace Samkjop.Tests.Architecture.Layering;

/// <summary>
/// On Azure, orchestrations and functions are two assemblies; the embedded host compiles them into one, where an internal member of the other
/// folder is in reach. What would not compile there fails here.
/// </summary>
public sealed class SeparateAssemblyTests
{
    [Theory]
    [InlineData("functions/", "orchestrations/")]
    [InlineData("orchestrations/", "functions/")]
    [InlineData("functions/", "embedded/")]
    [InlineData("orchestrations/", "embedded/")]
    public void One_folder_uses_nothing_internal_of_another(string folder, string other) => Assert.Empty(Reached(folder, other));

    [Fact]
    public void The_search_finds_what_a_folder_uses_of_its_own() => Assert.NotEmpty(Reached("functions/", "functions/"));

    [Fact]
    public void An_internal_member_is_told_from_a_public_one()
    {
        var sample = CompiledAssembly.ThisOne.Module.GetType(typeof(SourceMap).FullName);
        Assert.True(IsInternal(sample));
        Assert.False(IsInternal(CompiledAssembly.ThisOne.Module.GetType(typeof(SeparateAssemblyTests).FullName)));
    }

    private static IEnumerable<string> Reached(string folder, string other)
    {
        var host = CompiledAssembly.Host;
        var reached =
            from type in host.In(folder)
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.Operand is MemberReference
            let member = Definition((MemberReference)instruction.Operand)
            where member is not null && IsInternal(member) && host.FileOf(TypeOf(member))?.StartsWith(other, StringComparison.Ordinal) == true
            select $"{type.FullName} uses {member.FullName}, which is internal to {other}";
        return reached.Distinct(StringComparer.Ordinal);
    }

    private static IMemberDefinition? Definition(MemberReference member) =>
        member is TypeReference { Scope: not ModuleDefinition } || member.DeclaringType is { Scope: not ModuleDefinition }
            ? null
            : member switch
            {
                TypeReference type => type.Resolve(),
                MethodReference method => method.Resolve(),
                FieldReference field => field.Resolve(),
                _ => null,
            };

    private static TypeDefinition TypeOf(IMemberDefinition member) => member as TypeDefinition ?? member.DeclaringType;

    private static bool IsInternal(IMemberDefinition member) => member switch
    {
        MethodDefinition method => method.IsAssembly || method.IsFamilyAndAssembly || IsInternal(method.DeclaringType),
        FieldDefinition field => field.IsAssembly || field.IsFamilyAndAssembly || IsInternal(field.DeclaringType),
        TypeDefinition { IsNested: true } type => type.IsNestedAssembly || type.IsNestedFamilyAndAssembly || IsInternal(type.DeclaringType),
        TypeDefinition type => type.IsNotPublic,
        _ => false,
    };
}
