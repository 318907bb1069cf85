using System.Reflection;
using Microsoft.DurableTask;
using Samkjop.Tests.Architecture.Layering;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>
/// Whatever the app uses of the embedded assemblies is in the committed lists of the real packages with the same signature, wherever the embedded
/// side declares it: what compiles here compiles there.
/// </summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("functions/", 40)]
    [InlineData("functions/Program.cs", 5)]
    [InlineData("orchestrations/", 20)]
    public void All_that_the_app_uses_of_the_worker_and_the_durable_model_is_in_the_real_packages(string folder, int atLeast)
    {
        var assembly = folder.EndsWith("Program.cs", StringComparison.Ordinal) ? CompiledAssembly.AzureStart : CompiledAssembly.Host;
        var used = UsedMembers.Of(assembly.In(folder)).ToArray();
        var missing = used.Where(member => !IsListed(member)).Select(Line).Order(StringComparer.Ordinal).ToArray();
        Assert.True(missing.Length == 0, $"{folder} uses what the real packages do not have in this form:\n\n{string.Join("\n", missing)}");
        Assert.True(used.Length >= atLeast, $"Only {used.Length} uses found in {folder}: the search no longer sees them.");
    }

    [Fact]
    public void A_member_of_the_embedded_side_alone_is_noticed()
    {
        var sample = CompiledAssembly.ThisOne.Module.GetType(typeof(UsageSamples).FullName);
        var used = UsedMembers.Of([sample]).ToArray();
        Assert.Contains(used, member => IsListed(member) && member.Name == nameof(TaskOrchestrationContext.CurrentUtcDateTime));
        Assert.Contains(used, member => !IsListed(member) && UsedMembers.TypeOf(member).Namespace!.StartsWith("Samkjop.Embedded", StringComparison.Ordinal));
    }

    private static bool IsListed(MemberInfo member)
    {
        var type = UsedMembers.TypeOf(member);
        var rows = ApiList.Committed[ApiRenderer.Render(type).Key].ToArray();
        return rows.Length > 0 && (member is Type || type.IsEnum || IsTheCompilers(member) || rows.Any(row => row.Members.Contains(Line(member))));
    }

    private static string Line(MemberInfo member) => member is Type type ? ApiRenderer.Render(type).Header : MemberRenderer.Render(member);

    // A record's clone and comparison, a delegate's constructor and call: there for every such type, and in no list.
    private static bool IsTheCompilers(MemberInfo member) =>
        typeof(Delegate).IsAssignableFrom(member.DeclaringType)
        || (ApiRenderer.IsRecord(member.DeclaringType!) && member.Name is "<Clone>$" or "op_Equality" or "op_Inequality" or "Equals" or "GetHashCode" or "ToString");
}
