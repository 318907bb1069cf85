using System.Reflection;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>What compiles against the embedded side compiles against the real packages.</summary>
public sealed class ParityTests
{
    /// <summary>Every public type that the embedded assemblies, and the one that starts the Azure app in tests, declare in a namespace of the real packages.</summary>
    internal static IReadOnlyList<Type> Mirrored { get; } =
    [
        .. new[] { "Samkjop.Embedded.DurableTask", "Samkjop.Embedded.Functions", "samkjop", "Samkjop.Tests.Azure.Start" }
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.IsPublic && type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true),
    ];

    [Fact]
    public void Every_mirrored_type_and_member_is_in_the_real_packages_with_the_same_signature()
    {
        var differences = ApiParity.Differences(Mirrored, ApiList.Committed).ToArray();
        Assert.True(differences.Length == 0,
            $"{differences.Length} differences from the real packages; code written against them may not build on Azure:\n\n{string.Join("\n\n", differences)}");
    }

    [Fact]
    public void Something_is_mirrored() => Assert.NotEmpty(Mirrored);

    [Fact]
    public void The_lists_hold_nothing_but_what_is_mirrored()
    {
        var mirrored = Mirrored.Select(type => ApiRenderer.Render(type).Key).ToHashSet(StringComparer.Ordinal);
        var stale = ApiList.Committed.Select(group => group.Key).Where(key => !mirrored.Contains(key)).Order(StringComparer.Ordinal).ToArray();
        Assert.True(stale.Length == 0, $"Remove from tests/Architecture/azure-api what nobody declares any more: {string.Join(", ", stale)}");
    }

    /// <summary>Newer than the pinned worker extension, which drops them or throws NotSupportedException.</summary>
    [Theory]
    [InlineData("Microsoft.DurableTask.TaskOrchestrationContext", "Version")]
    [InlineData("Microsoft.DurableTask.TaskOrchestrationContext", "Properties")]
    [InlineData("Microsoft.DurableTask.ContinueAsNewOptions", "NewVersion")]
    [InlineData("Microsoft.DurableTask.Client.DurableTaskClient", "RestartAsync")]
    [InlineData("Microsoft.DurableTask.Client.DurableTaskClient", "RewindInstanceAsync")]
    [InlineData("Microsoft.DurableTask.Client.DurableTaskClient", "GetOrchestrationHistoryAsync")]
    [InlineData("Microsoft.DurableTask.DurableTaskAttribute", null)]
    public void What_the_pinned_packages_do_not_have_is_not_declared(string typeName, string? member)
    {
        var type = Mirrored.SingleOrDefault(candidate => candidate.FullName == typeName);
        if (member is null)
            Assert.Null(type);
        else
            Assert.DoesNotContain(type?.GetMembers() ?? [], candidate => candidate.Name == member);
    }
}
