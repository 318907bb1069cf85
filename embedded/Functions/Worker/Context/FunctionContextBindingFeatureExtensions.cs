using Samkjop.Embedded.Functions.Invocation;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reads and replaces what a function returned, for middleware.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <exception cref="InvalidOperationException">The function returned nothing, or another type.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) =>
        Result(context) is T
            ? new EmbeddedInvocationResult<T>(Embedded(context))
            : throw new InvalidOperationException(
                $"Function '{context.FunctionDefinition.Name}' returned {Result(context)?.GetType().FullName ?? "nothing"}, not {typeof(T).FullName}.");

    public static InvocationResult GetInvocationResult(this FunctionContext context) => new EmbeddedInvocationResult(Embedded(context));

    private static object? Result(FunctionContext context) => Embedded(context).Result;

    private static EmbeddedFunctionContext Embedded(FunctionContext context) =>
        context as EmbeddedFunctionContext
        ?? throw new InvalidOperationException("Only a context made by the functions host has an invocation result.");
}
