using Microsoft.DurableTask;

namespace Samkjop.Embedded.Functions.Durable;

/// <summary>One run of an orchestrator's body, from its first line: what it is given and whether middleware let it begin in time.</summary>
internal sealed class OrchestrationCall(TaskOrchestrationContext context, object? input)
{
    public TaskOrchestrationContext Context => IsAbandoned ? throw new InvalidOperationException(WentAsync) : Begin();

    public object? Input { get; } = input;

    public bool HasBegun { get; private set; }

    /// <summary>Set when middleware did not reach the orchestrator before its first await; what it starts later must not run.</summary>
    public bool IsAbandoned { get; set; }

    public static string WentAsync =>
        "Middleware went asynchronous before the orchestrator ran, which breaks its replay on every host. "
        + "Apply that middleware with UseWhen to other triggers only, for instance to those with an 'httpTrigger' binding.";

    private TaskOrchestrationContext Begin()
    {
        HasBegun = true;
        return context;
    }
}
