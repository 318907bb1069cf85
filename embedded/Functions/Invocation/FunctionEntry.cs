using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>A function that was found and can be run: everything reflection had to say, said once.</summary>
internal sealed class FunctionEntry(
    EmbeddedFunctionDefinition definition,
    TriggerBindingAttribute trigger,
    FunctionParameter triggerParameter,
    RetryPlan? retry,
    MethodCall call,
    IReadOnlyList<Func<EmbeddedFunctionContext, object?>> binders)
{
    public string Name => Definition.Name;

    public EmbeddedFunctionDefinition Definition { get; } = definition;

    public TriggerBindingAttribute Trigger { get; } = trigger;

    public FunctionParameter TriggerParameter { get; } = triggerParameter;

    public RetryPlan? Retry { get; } = retry;

    public Type ResultType => call.ResultType;

    public Type? InstanceType => call.InstanceType;

    /// <summary>Binds the parameters, makes the instance and runs the method, without going async before the method does.</summary>
    public async Task ExecuteAsync(EmbeddedFunctionContext context)
    {
        var arguments = new object?[binders.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = binders[i](context);
        context.Result = await call.InvokeAsync(context, arguments);
    }
}
