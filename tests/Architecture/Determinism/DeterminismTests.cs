using Samkjop.Tests.Architecture.Layering;

namespace Samkjop.Tests.Architecture.Determinism;

/// <summary>An orchestrator's code is replayed: it may depend on its input, its history and nothing else.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Orchestrators_use_nothing_that_differs_on_replay()
    {
        var findings = OrchestratorScan.Orchestrators(CompiledAssembly.Host.Module).SelectMany(OrchestratorScan.Findings)
            .Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(findings.Length == 0,
            $"Take time, ids and timers from the orchestration's context, everything else from an activity:\n\n{string.Join("\n", findings)}");
    }

    [Fact]
    public void Orchestrators_live_in_orchestrations_and_are_async_tasks()
    {
        foreach (var orchestrator in OrchestratorScan.Orchestrators(CompiledAssembly.Host.Module))
        {
            Assert.StartsWith("orchestrations/", CompiledAssembly.Host.FileOf(orchestrator.DeclaringType), StringComparison.Ordinal);
            Assert.StartsWith("System.Threading.Tasks.Task", orchestrator.ReturnType.FullName, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(DeterminismSamples.ReadsTheClock), "System.DateTime.get_UtcNow")]
    [InlineData(nameof(DeterminismSamples.MakesAnId), "System.Guid.NewGuid")]
    [InlineData(nameof(DeterminismSamples.Sleeps), "System.Threading.Tasks.Task.Delay")]
    [InlineData(nameof(DeterminismSamples.LeavesItsThread), "ConfigureAwait")]
    [InlineData(nameof(DeterminismSamples.Counts), "static field")]
    [InlineData(nameof(DeterminismSamples.Locks), "System.Threading.Lock")]
    [InlineData(nameof(DeterminismSamples.AsksTheMachineThroughALambda), "System.Environment")]
    [InlineData(nameof(DeterminismSamples.ThrowsDiceInAHelper), "System.Random")]
    public void A_breach_is_noticed(string sample, string expected) =>
        Assert.Contains(Findings(sample), finding => finding.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_well_behaved_orchestrator_passes() => Assert.Empty(Findings(nameof(DeterminismSamples.BehavesWell)));

    private static string[] Findings(string sample) =>
        [.. OrchestratorScan.Orchestrators(CompiledAssembly.ThisOne.Module).Where(method => method.Name == sample).SelectMany(OrchestratorScan.Findings)];
}
