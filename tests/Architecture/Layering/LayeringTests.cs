using Mono.Cecil;

namespace Samkjop.Tests.Architecture.Layering;

/// <summary>Who may know whom; held on the compiled code, since the embedded host compiles two folders into one assembly.</summary>
public sealed class LayeringTests
{
    private static readonly string[] BasicLibraries = ["System.", "System", "netstandard", "mscorlib"];

    [Fact]
    public void Domain_references_only_NodaTime_and_the_basic_libraries()
    {
        var strangers = CompiledAssembly.Domain.Module.AssemblyReferences.Select(reference => reference.Name)
            .Where(name => name is not ("NodaTime" or "NodaTime.Serialization.SystemTextJson")
                && !BasicLibraries.Any(basic => basic.EndsWith('.') ? name.StartsWith(basic, StringComparison.Ordinal) : name == basic));
        Assert.Empty(strangers);
    }

    [Fact]
    public void The_embedded_engine_knows_neither_ASP_NET_nor_Domain() =>
        Assert.DoesNotContain(CompiledAssembly.DurableTask.Module.AssemblyReferences,
            reference => reference.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || reference.Name == "Samkjop.Domain");

    [Fact]
    public void The_embedded_functions_host_does_not_know_Domain() =>
        Assert.DoesNotContain(CompiledAssembly.Functions.Module.AssemblyReferences, reference => reference.Name == "Samkjop.Domain");

    [Fact]
    public void Orchestrations_know_Domain_and_the_durable_model_only() => Hold(LayerRules.Orchestrations);

    [Fact]
    public void Functions_know_orchestrations_Domain_and_the_worker_model_but_no_host_and_no_Azure_SDK() => Hold(LayerRules.Functions);

    [Fact]
    public void Every_type_of_the_app_is_located_to_its_source_file()
    {
        var lost = CompiledAssembly.Host.Types()
            .Where(pair => pair.File is null && pair.Type.Namespace.StartsWith("Samkjop", StringComparison.Ordinal) && pair.Type.DeclaringType is null)
            .Select(pair => pair.Type.FullName);
        Assert.Empty(lost);
    }

    [Fact]
    public void A_breach_is_noticed()
    {
        var sample = CompiledAssembly.ThisOne.Module.GetType("Samkjop.Tests.Architecture.Layering.LayeringSamples");
        var breaches = sample.NestedTypes.Append(sample).SelectMany(References.Of).Where(target => !LayerRules.Orchestrations.Allows(CompiledAssembly.ThisOne, target))
            .Select(target => target.FullName).ToArray();
        Assert.Contains("System.IO.File", breaches);
        Assert.Contains("System.Net.Http.HttpClient", breaches);
        Assert.Contains("Microsoft.AspNetCore.Http.HttpRequest", breaches);
        Assert.DoesNotContain("System.Collections.Generic.List`1", breaches);
        Assert.EndsWith("Layering/LayeringSamples.cs", CompiledAssembly.ThisOne.FileOf(sample), StringComparison.Ordinal);
    }

    private static void Hold(LayerRule rule)
    {
        var breaches =
            from type in CompiledAssembly.Host.In(rule.Folder)
            from target in References.Of(type)
            where !rule.Allows(CompiledAssembly.Host, target)
            select $"{CompiledAssembly.Host.FileOf(type)}: {type.FullName} refers to {target.FullName}{In(target)}";
        var list = breaches.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Assert.True(list.Length == 0, $"{rule.Reason}\n\n{string.Join("\n", list)}");
    }

    private static string In(TypeReference target) =>
        CompiledAssembly.Host.FileOf(target) is { } file ? $" ({file})" : $" ({target.Scope.Name})";
}
