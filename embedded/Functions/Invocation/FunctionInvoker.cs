using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>Runs functions through the app's middleware, one context and one service scope for each invocation.</summary>
internal sealed class FunctionInvoker(IServiceProvider services, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, InvocationIds ids)
{
    private readonly FunctionExecutionDelegate _pipeline = Build(middleware);

    public EmbeddedFunctionContext Open(FunctionEntry function, InvocationTrigger trigger, CancellationToken cancellation) =>
        new(function, services, ids.Next(), trigger, cancellation);

    public Task RunAsync(EmbeddedFunctionContext context) =>
        WorkerTracing.Covers(context) ? WorkerTracing.RunAsync(context, _pipeline.Invoke) : _pipeline(context);

    /// <summary>The function's result. What the function or middleware throws goes to the caller as it is.</summary>
    public async Task<object?> InvokeAsync(FunctionEntry function, InvocationTrigger trigger, CancellationToken cancellation)
    {
        await using var context = Open(function, trigger, cancellation);
        await RunAsync(context);
        return context.Result;
    }

    private static FunctionExecutionDelegate Build(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware) =>
        middleware.Reverse().Aggregate<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(
            ExecuteAsync, (next, layer) => layer(next));

    private static Task ExecuteAsync(FunctionContext context) =>
        context is EmbeddedFunctionContext embedded
            ? embedded.Function.ExecuteAsync(embedded)
            : throw new InvalidOperationException("Middleware passed on a context that the functions host did not make. Pass on the one that it was given.");
}
