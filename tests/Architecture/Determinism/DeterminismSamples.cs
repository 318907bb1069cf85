#pragma warning disable RS0030, CA1805, IDE0044, CA1823, MA0045 // Breaks the rules of orchestrators on purpose.

namespace Samkjop.Tests.Architecture.Determinism;

/// <summary>Stands in for the trigger's attribute, which the scan knows by name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OrchestrationTriggerAttribute : Attribute;

internal static class DeterminismSamples
{
    private static readonly Lock Gate = new();
    private static readonly int Fixed = 3;
    private static int counter;

    public static async Task<DateTime> ReadsTheClock([OrchestrationTrigger] object context)
    {
        await Task.FromResult(context);
        return DateTime.UtcNow;
    }

    public static Task MakesAnId([OrchestrationTrigger] object context) => Task.FromResult((context, Guid.NewGuid()));

    public static async Task Sleeps([OrchestrationTrigger] object context) => await Task.WhenAll(Task.FromResult(context), Task.Delay(1));

    public static async Task LeavesItsThread([OrchestrationTrigger] object context) => await Task.FromResult(context).ConfigureAwait(false);

    public static async Task Counts([OrchestrationTrigger] object context)
    {
        await Task.FromResult(context);
        counter += Fixed;
    }

    public static async Task Locks([OrchestrationTrigger] object context)
    {
        await Task.FromResult(context);
        lock (Gate)
            GC.KeepAlive(context);
    }

    public static async Task AsksTheMachineThroughALambda([OrchestrationTrigger] object context)
    {
        var names = new[] { "a" }.Select(name => name + Environment.MachineName);
        await Task.FromResult((context, names));
    }

    public static async Task ThrowsDiceInAHelper([OrchestrationTrigger] object context) => await HelpAsync(context);

    public static async Task<int> BehavesWell([OrchestrationTrigger] object context)
    {
        var sum = new[] { 1, 2 }.Select(number => number * Fixed).Sum();
        await Task.WhenAny(Task.FromResult(context), Task.CompletedTask);
        return sum;
    }

    private static async Task HelpAsync(object context) => await Task.FromResult((context, Random.Shared.Next()));
}
