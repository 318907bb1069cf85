using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Durable;

/// <summary>An activity function as the engine runs it. A graceful stop waits for it, so its cancellation is never asked for.</summary>
internal sealed class FunctionActivity(FunctionEntry function, FunctionInvoker invoker) : ITaskActivity
{
    public Type InputType { get; } =
        function.TriggerParameter.Type == typeof(FunctionContext) ? typeof(object) : function.TriggerParameter.Type;

    public Type OutputType => function.ResultType == typeof(void) ? typeof(object) : function.ResultType;

    public static string NameOf(FunctionEntry function) => ((ActivityTriggerAttribute)function.Trigger).Activity ?? function.Name;

    public Task<object?> RunAsync(TaskActivityContext context, object? input) =>
        invoker.InvokeAsync(function, new InvocationTrigger(input, Data(context)), CancellationToken.None);

    private static Dictionary<string, object?> Data(TaskActivityContext context) => new(StringComparer.Ordinal) { ["instanceId"] = context.InstanceId };
}
