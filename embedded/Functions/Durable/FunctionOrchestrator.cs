using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Durable;

/// <summary>An orchestrator function as the engine runs it: through the app's middleware, which must not go async before it.</summary>
internal sealed class FunctionOrchestrator(FunctionEntry function, FunctionInvoker invoker) : ITaskOrchestrator
{
    public Type InputType { get; } = OrchestrationInput.TypeOf(function);

    public Type OutputType => function.ResultType == typeof(void) ? typeof(object) : function.ResultType;

    public static string NameOf(FunctionEntry function) => ((OrchestrationTriggerAttribute)function.Trigger).Orchestration ?? function.Name;

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        OrchestrationCall call = new(context, input);
        var invocation = invoker.Open(function, new InvocationTrigger(call, InvocationTrigger.NoData), CancellationToken.None);
        var run = invoker.RunAsync(invocation);
        if (!run.IsCompleted && !call.HasBegun)
        {
            call.IsAbandoned = true;
            throw new InvalidOperationException($"Orchestrator '{function.Name}' was not run. {OrchestrationCall.WentAsync}");
        }

        await run;
        return invocation.Result;
    }
}
